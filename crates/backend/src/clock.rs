//! The backend's clock. Only this module reads the system time, so tests can set the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use contract::time::{Day, Timestamp};
use domain::calendar::VIETNAM_OFFSET_SECONDS;

/// A clock with a resolution of one second. Clones share the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed_at: Option<i64>,
    moved: Arc<AtomicI64>,
}

impl Clock {
    /// Creates a clock that shows the system time.
    pub fn real() -> Clock {
        Clock {
            fixed_at: None,
            moved: Arc::default(),
        }
    }

    /// Creates a clock that shows `unix_seconds` until `forward` is called.
    pub fn fixed_at(unix_seconds: i64) -> Clock {
        Clock {
            fixed_at: Some(unix_seconds),
            moved: Arc::default(),
        }
    }

    /// Moves this clock and all its clones forward. Tests and the demonstration use it, for example to make a code
    /// expire.
    pub fn forward(&self, seconds: i64) {
        self.moved.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The current time in Unix seconds, which is also the format of times in the database.
    pub fn now(&self) -> i64 {
        self.system_now()
            .saturating_add(self.moved.load(Ordering::Relaxed))
    }

    /// The current time without the effect of `forward`. Tokens of identity providers are checked against this time.
    /// Otherwise all of them would appear expired in a demonstration that has moved its clock forward.
    pub fn system_now(&self) -> i64 {
        self.fixed_at.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| {
                i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
            })
        })
    }

    /// The current date in Vietnam.
    pub fn today(&self) -> NaiveDate {
        date_in_vietnam(self.now())
    }
}

/// Formats a stored time as the API does, such as `2026-11-22T01:20:00Z`.
pub fn timestamp(unix_seconds: i64) -> Timestamp {
    let time = utc(unix_seconds);
    Timestamp(format!(
        "{}T{:02}:{:02}:{:02}Z",
        day(time.date_naive()).0,
        time.hour(),
        time.minute(),
        time.second()
    ))
}

/// The date in Vietnam at a stored time.
pub fn date_in_vietnam(unix_seconds: i64) -> NaiveDate {
    utc(unix_seconds.saturating_add(VIETNAM_OFFSET_SECONDS)).date_naive()
}

/// Formats a date as the API does, such as `2026-11-22`.
pub fn day(date: NaiveDate) -> Day {
    Day(format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        date.month(),
        date.day()
    ))
}

/// Formats a stored time as an HTTP date, such as `Sat, 21 Nov 2026 17:00:00 GMT` (RFC 9110, section 5.6.7).
pub(crate) fn http_date(unix_seconds: i64) -> String {
    utc(unix_seconds)
        .format("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
}

/// Converts a stored time to a date and time in UTC. A time that chrono can't represent becomes 1970-01-01.
fn utc(unix_seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(unix_seconds, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_vietnam() {
        let clock = Clock::fixed_at(1_795_280_400);
        assert_eq!(timestamp(clock.now()).0, "2026-11-21T17:00:00Z");
        assert_eq!(day(clock.today()).0, "2026-11-22");
        clock.forward(-1);
        assert_eq!(day(clock.today()).0, "2026-11-21");
    }
}
