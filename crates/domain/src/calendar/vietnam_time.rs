//! The time in Vietnam. It decides which day is today for every answer and every office, wherever the citizen's device
//! is.

use super::date::Date;

/// UTC+7, in seconds. Vietnam has no daylight saving time.
pub const VIETNAM_OFFSET_SECONDS: i64 = 7 * 3_600;
const DAY_SECONDS: i64 = 24 * 3_600;

/// A moment as clocks in Vietnam show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VietnamTime {
    /// The day.
    pub date: Date,
    /// Minutes since midnight, 0 to 1439.
    pub minutes: u16,
}

impl VietnamTime {
    /// The time in Vietnam at a moment, given in seconds since 1970. A moment outside the calendar gets its first or last
    /// day.
    pub fn at(unix_seconds: i64) -> VietnamTime {
        let seconds = unix_seconds.saturating_add(VIETNAM_OFFSET_SECONDS);
        let minutes = seconds.rem_euclid(DAY_SECONDS) / 60;
        VietnamTime {
            date: Date::from_days_since_1970(seconds.div_euclid(DAY_SECONDS)),
            minutes: u16::try_from(minutes).unwrap_or_default(),
        }
    }

    /// Formats the time of day as `14:05`.
    pub fn clock_text(self) -> String {
        let mut text = String::with_capacity(5);
        let (hours, minutes) = (self.minutes / 60, self.minutes % 60);
        for (number, after) in [(hours, ":"), (minutes, "")] {
            if number < 10 {
                text.push('0');
            }
            text.push_str(&number.to_string());
            text.push_str(after);
        }
        text
    }

    /// Formats the time with its day as `14:05, 22/11/2026`.
    pub fn text(self) -> String {
        [&self.clock_text(), ", ", &self.date.to_vietnamese()].concat()
    }
}
