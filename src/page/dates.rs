//! Formats times and dates for the citizen: `14:05, 22/11/2026`. Every time is that of Vietnam, and today is the day of
//! the server's clock in Vietnam. So the app shows and judges the same as the office, whatever time zone and clock the
//! device has.

use contract::{Day, Timestamp};
use domain::calendar::{Date, VietnamTime};

use crate::browser::clock;

/// Formats a time together with its date. If the timestamp can't be parsed, returns its text unchanged.
pub fn format_time(at: &Timestamp) -> String {
    match clock::parse_ms(&at.0) {
        Some(milliseconds) => in_vietnam(milliseconds).text(),
        None => at.0.clone(),
    }
}

/// Formats a time that the device's clock has shown, in milliseconds since 1970. If the time is today, the text is the
/// time of day only (`14:05`); otherwise it includes the date.
pub fn format_recent_time(device_ms: f64) -> String {
    let time = in_vietnam(device_ms - clock::device_error_ms());
    match time.date == today() {
        true => time.clock_text(),
        false => time.text(),
    }
}

/// Today's date at the office.
pub fn today() -> Date {
    now().date
}

/// The current time at the office, if the device's clock differs from it by more than five minutes.
pub fn time_unlike_device() -> Option<VietnamTime> {
    const TOLERANCE_MS: f64 = 300_000.0;
    (clock::device_error_ms().abs() > TOLERANCE_MS).then(now)
}

fn now() -> VietnamTime {
    in_vietnam(clock::now_ms() - clock::device_error_ms())
}

fn in_vietnam(milliseconds: f64) -> VietnamTime {
    VietnamTime::at((milliseconds / 1_000.0).floor() as i64)
}

/// Formats a date as `22/11/2026`. If the date can't be parsed, returns its text unchanged.
pub fn format_date(day: &Day) -> String {
    Date::parse_iso(&day.0).map_or_else(|| day.0.clone(), Date::to_vietnamese)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_shown_in_the_time_of_vietnam() {
        assert_eq!(in_vietnam(1_795_280_399_999.0).text(), "23:59, 21/11/2026");
        assert_eq!(in_vietnam(1_795_280_400_000.0).text(), "00:00, 22/11/2026");
    }

    #[test]
    fn writes_a_date_in_the_vietnamese_order() {
        assert_eq!(format_date(&Day("2026-11-02".to_owned())), "02/11/2026");
        assert_eq!(format_date(&Day("soon".to_owned())), "soon");
    }
}
