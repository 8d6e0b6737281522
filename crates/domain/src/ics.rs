//! Writes a day as an iCalendar file (RFC 5545), which every calendar app can open.

use crate::calendar::Date;

/// The longest line of a file, in bytes without its end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// A whole day in a calendar.
#[derive(Clone, Copy, Debug)]
pub struct CalendarDay<'a> {
    /// Identifies the event. A file with the same text replaces the event in a calendar.
    pub uid: &'a str,
    /// The day.
    pub day: Date,
    /// The day on which the file was written.
    pub written_on: Date,
    /// The title of the event.
    pub title: &'a str,
    /// More about the event.
    pub description: &'a str,
    /// Name of the place. Empty if there is none.
    pub place: &'a str,
}

/// Writes the file. It has a reminder at eight in the morning of the day.
pub fn calendar_file(event: &CalendarDay<'_>) -> String {
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Mot Cua//Due date//VI",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
    ] {
        push_line(&mut file, line);
    }
    push_line(&mut file, &["UID:", &escaped(event.uid)].concat());
    let written = compact(event.written_on);
    push_line(&mut file, &["DTSTAMP:", &written, "T000000Z"].concat());
    let (first, after) = (compact(event.day), compact(event.day.add_days(1)));
    push_line(&mut file, &["DTSTART;VALUE=DATE:", &first].concat());
    push_line(&mut file, &["DTEND;VALUE=DATE:", &after].concat());
    push_line(&mut file, &["SUMMARY:", &escaped(event.title)].concat());
    push_line(
        &mut file,
        &["DESCRIPTION:", &escaped(event.description)].concat(),
    );
    if !event.place.is_empty() {
        push_line(&mut file, &["LOCATION:", &escaped(event.place)].concat());
    }
    push_line(&mut file, "TRANSP:TRANSPARENT");
    for line in ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT8H"] {
        push_line(&mut file, line);
    }
    push_line(&mut file, &["DESCRIPTION:", &escaped(event.title)].concat());
    for line in ["END:VALARM", "END:VEVENT", "END:VCALENDAR"] {
        push_line(&mut file, line);
    }
    file
}

/// A day in the form `20261127`.
fn compact(day: Date) -> String {
    day.to_iso().replace('-', "")
}

/// A text with the characters escaped that have a meaning in the file (RFC 5545, 3.3.11). Control characters are removed.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line. A long line is folded between two characters, and each following part begins with a blank.
fn push_line(file: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > MAX_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    fn file(title: &str, description: &str) -> String {
        calendar_file(&CalendarDay {
            uid: "H50.19.624-261122-0001-due@motcua",
            day: Date::parse_iso("2026-12-31").unwrap(),
            written_on: Date::parse_iso("2026-11-22").unwrap(),
            title,
            description,
            place: "",
        })
    }

    #[test]
    fn a_due_date_is_a_whole_day_with_a_reminder() {
        let file = file("Hẹn trả kết quả", "Mã hồ sơ H50");
        for line in [
            "UID:H50.19.624-261122-0001-due@motcua",
            "DTSTAMP:20261122T000000Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Hẹn trả kết quả",
            "TRIGGER:PT8H",
        ] {
            assert!(file.split("\r\n").any(|one| one == line), "{line}\n{file}");
        }
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn long_vietnamese_lines_are_folded_between_letters_and_read_back_whole() {
        let title = "Đăng ký khai sinh, thường trú; cấp thẻ bảo hiểm y tế \\ ".repeat(6);
        let file = file(&title, "Dòng một\nDòng hai\r\nBEGIN:VEVENT");
        assert!(
            file.split("\r\n").all(|line| line.len() <= MAX_LINE),
            "{file}"
        );
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        let unfolded = file.replace("\r\n ", "");
        let summary = unfolded
            .split("\r\n")
            .find_map(|line| line.strip_prefix("SUMMARY:"));
        let read = summary
            .unwrap()
            .replace("\\,", ",")
            .replace("\\;", ";")
            .replace("\\\\", "\\");
        assert_eq!(read, title);
        // A text can't begin another event.
        assert_eq!(
            unfolded
                .split("\r\n")
                .filter(|line| *line == "BEGIN:VEVENT")
                .count(),
            1
        );
        assert!(unfolded.contains("DESCRIPTION:Dòng một\\nDòng hai\\nBEGIN:VEVENT"));
    }
}
