//! The time as an argument: real in a running backend, set by hand in a test. Nothing else may ask
//! the machine for the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use contract::time::{Day, Timestamp};

/// Vietnam keeps one offset all year.
pub(crate) const VIETNAM_OFFSET_SECONDS: i64 = 7 * 3600;

/// A source of the time, in whole seconds. Clones keep the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    fixed_at: Option<i64>,
    moved: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's clock.
    pub fn real() -> Clock {
        Clock {
            fixed_at: None,
            moved: Arc::default(),
        }
    }

    /// A clock that stands still at `unix_seconds` until it is moved.
    pub fn fixed_at(unix_seconds: i64) -> Clock {
        Clock {
            fixed_at: Some(unix_seconds),
            moved: Arc::default(),
        }
    }

    /// Moves it, and every clone of it: in a test, and in a demonstration where somebody wants to see a
    /// code expire without waiting.
    pub fn forward(&self, seconds: i64) {
        self.moved.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Seconds since 1970-01-01T00:00:00Z: how the store keeps a moment.
    pub fn now(&self) -> i64 {
        self.system_now()
            .saturating_add(self.moved.load(Ordering::Relaxed))
    }

    /// Now as other machines have it: a demonstration that was moved ahead must not find their signatures too old.
    pub fn system_now(&self) -> i64 {
        self.fixed_at.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH);
            since.map_or(0, |since| {
                i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
            })
        })
    }

    /// Today in Vietnam.
    pub fn today(&self) -> NaiveDate {
        date_in_vietnam(self.now())
    }
}

/// A stored moment as it travels: `2026-11-22T01:20:00Z`.
pub fn timestamp(unix_seconds: i64) -> Timestamp {
    let moment = moment(unix_seconds);
    Timestamp(format!(
        "{}T{:02}:{:02}:{:02}Z",
        day(moment.date_naive()).0,
        moment.hour(),
        moment.minute(),
        moment.second()
    ))
}

/// The calendar day of a stored moment, in Vietnam.
pub fn date_in_vietnam(unix_seconds: i64) -> NaiveDate {
    moment(unix_seconds.saturating_add(VIETNAM_OFFSET_SECONDS)).date_naive()
}

/// A day as it travels: `2026-11-22`.
pub fn day(date: NaiveDate) -> Day {
    Day(format!(
        "{:04}-{:02}-{:02}",
        date.year(),
        date.month(),
        date.day()
    ))
}

/// A stored moment in UTC; the epoch where it lies outside the calendar.
pub(crate) fn moment(unix_seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(unix_seconds, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_sent_after_five_in_the_afternoon_in_london_is_of_the_next_day_in_vietnam() {
        let clock = Clock::fixed_at(1_795_280_400);
        assert_eq!(timestamp(clock.now()).0, "2026-11-21T17:00:00Z");
        assert_eq!(day(clock.today()).0, "2026-11-22");
        clock.forward(-1);
        assert_eq!(day(clock.today()).0, "2026-11-21");
    }
}
