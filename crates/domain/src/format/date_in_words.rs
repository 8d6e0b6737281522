//! Writes dates in words, as civil-status declarations require («ghi bằng chữ»).

use super::date::parse_partial_date;

/// The Vietnamese words for the digits 0 to 9.
const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// A canonical date in words: «Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu».
///
/// For a partial date (`mm/yyyy`, `yyyy`) the result contains only the known parts. `None` if the text is not a date.
pub fn date_in_words(date: &str) -> Option<String> {
    let canonical = parse_partial_date(date).ok()?;
    let mut parts = canonical
        .rsplit('/')
        .filter_map(|part| part.parse::<u16>().ok());
    let year = parts.next()?;
    let mut words = String::new();
    let month = parts.next();
    if let Some(day) = parts.next() {
        words.push_str("Ngày ");
        push_below_hundred(day, &mut words);
        words.push(' ');
    }
    if let Some(month) = month {
        words.push_str(if words.is_empty() {
            "Tháng "
        } else {
            "tháng "
        });
        push_below_hundred(month, &mut words);
        words.push(' ');
    }
    words.push_str(if words.is_empty() { "Năm " } else { "năm " });
    push_year(year, &mut words);
    Some(words)
}

fn push_year(year: u16, words: &mut String) {
    words.push_str(digit_word(year / 1000));
    words.push_str(" nghìn");
    let rest = year % 1000;
    if rest == 0 {
        return;
    }
    words.push(' ');
    words.push_str(digit_word(rest / 100));
    words.push_str(" trăm");
    let rest = rest % 100;
    if rest == 0 {
        return;
    }
    words.push_str(if rest < 10 { " lẻ " } else { " " });
    push_below_hundred(rest, words);
}

fn push_below_hundred(number: u16, words: &mut String) {
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => {
            words.push_str(digit_word(ones));
            return;
        }
        1 => words.push_str("mười"),
        _ => {
            words.push_str(digit_word(tens));
            words.push_str(" mươi");
        }
    }
    if ones == 0 {
        return;
    }
    words.push(' ');
    words.push_str(match (tens, ones) {
        (2.., 1) => "mốt",
        (_, 5) => "lăm",
        _ => digit_word(ones),
    });
}

fn digit_word(digit: u16) -> &'static str {
    DIGITS.get(usize::from(digit)).copied().unwrap_or("")
}
