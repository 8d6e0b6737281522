//! The clock. It is the only place that reads the system time, so that tests can set the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use contract::time::{Day, Timestamp};

/// UTC+7. Vietnam has no daylight saving time.
pub(crate) const VIETNAM_OFFSET_SECONDS: i64 = 7 * 3600;

/// A clock with a resolution of one second. Clones share the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed_at: Option<i64>,
    moved: Arc<AtomicI64>,
}

impl Clock {
    /// The system clock.
    pub fn real() -> Clock {
        Clock {
            fixed_at: None,
            moved: Arc::default(),
        }
    }

    /// A clock that shows `unix_seconds` until `forward` is called.
    pub fn fixed_at(unix_seconds: i64) -> Clock {
        Clock {
            fixed_at: Some(unix_seconds),
            moved: Arc::default(),
        }
    }

    /// Advances this clock and all its clones. Used by tests and by the demonstration, for example to make a code
    /// expire.
    pub fn forward(&self, seconds: i64) {
        self.moved.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The current time in Unix seconds, as the database stores times.
    pub fn now(&self) -> i64 {
        self.system_now()
            .saturating_add(self.moved.load(Ordering::Relaxed))
    }

    /// The current time without `forward`. Tokens of identity providers are checked against it, because a
    /// demonstration with an advanced clock would find all of them expired.
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

/// A stored time in the form of the API: `2026-11-22T01:20:00Z`.
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

/// The date of a stored time in Vietnam.
pub fn date_in_vietnam(unix_seconds: i64) -> NaiveDate {
    utc(unix_seconds.saturating_add(VIETNAM_OFFSET_SECONDS)).date_naive()
}

/// A date in the form of the API: `2026-11-22`.
pub fn day(date: NaiveDate) -> Day {
    Day(format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        date.month(),
        date.day()
    ))
}

/// A stored time as a date and time in UTC. Times outside chrono's calendar become 1970-01-01.
pub(crate) fn utc(unix_seconds: i64) -> DateTime<Utc> {
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
