//! Formats times and dates for the citizen, in the device's time zone: `14:05, 22/11/2026`.

use contract::{Day, Timestamp};
use domain::calendar::Date;

use crate::browser::clock;

/// Formats a time together with its date. If the timestamp can't be parsed, returns its text unchanged.
pub fn format_time(at: &Timestamp) -> String {
    let Some(milliseconds) = clock::parse_ms(&at.0) else {
        return at.0.clone();
    };
    let [year, month, day, hour, minute] = clock::local_parts(milliseconds);
    [
        &clock_time(hour, minute),
        ", ",
        &calendar_date(year, month, day),
    ]
    .concat()
}

/// Formats a time, given in milliseconds since 1970. If the time is today, the text is the time of day only (`14:05`);
/// otherwise it includes the date.
pub fn format_recent_time(milliseconds: f64) -> String {
    let [year, month, day, hour, minute] = clock::local_parts(milliseconds);
    let hour = clock_time(hour, minute);
    match (year, month, day) == clock::local_date() {
        true => hour,
        false => [&hour, ", ", &calendar_date(year, month, day)].concat(),
    }
}

/// Today's date in the device's time zone. `None` if the device's clock is outside the supported years.
pub fn today() -> Option<Date> {
    let (year, month, day) = clock::local_date();
    Date::new(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

fn clock_time(hour: u32, minute: u32) -> String {
    [&two_digits(hour), ":", &two_digits(minute)].concat()
}

fn calendar_date(year: u32, month: u32, day: u32) -> String {
    let (day, month) = (two_digits(day), two_digits(month));
    [&day, "/", &month, "/", &year.to_string()].concat()
}

/// Formats a date as `22/11/2026`. If the date can't be parsed, returns its text unchanged.
pub fn format_date(day: &Day) -> String {
    Date::parse_iso(&day.0).map_or_else(|| day.0.clone(), Date::to_vietnamese)
}

fn two_digits(number: u32) -> String {
    if number < 10 {
        "0".to_owned() + &number.to_string()
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_date_in_the_vietnamese_order() {
        assert_eq!(format_date(&Day("2026-11-02".to_owned())), "02/11/2026");
        assert_eq!(format_date(&Day("soon".to_owned())), "soon");
    }
}
