//! When a draft expires: 60 days after its last change, at the end of that day in Vietnam. The draft's uploads expire
//! at the same time.

use chrono::Days;
use contract::time::Day;
use domain::calendar::VIETNAM_OFFSET_SECONDS;

use crate::clock;

/// Days that a draft is kept after its last change.
const RETENTION_DAYS: u32 = 60;
const DAY_SECONDS: i64 = 24 * 3600;
const RETENTION_SECONDS: i64 = RETENTION_DAYS as i64 * DAY_SECONDS;

/// The last day on which a draft still exists. `updated_at` is the time of its last change.
pub(crate) fn expires_on(updated_at: i64) -> Day {
    let changed = clock::date_in_vietnam(updated_at);
    let last = changed.checked_add_days(Days::new(RETENTION_DAYS.into()));
    clock::day(last.unwrap_or(changed))
}

/// The time at which a draft expires, in Unix seconds. This is the midnight after its last day.
pub(crate) fn deleted_at(updated_at: i64) -> i64 {
    midnight_before(updated_at).saturating_add(RETENTION_SECONDS + DAY_SECONDS)
}

/// The limit for expired drafts, in Unix seconds: a draft has expired if its last change is before this time.
pub(crate) fn expiry_cutoff(now: i64) -> i64 {
    midnight_before(now).saturating_sub(RETENTION_SECONDS)
}

/// The last midnight in Vietnam at or before `time`.
fn midnight_before(time: i64) -> i64 {
    let since = time
        .saturating_add(VIETNAM_OFFSET_SECONDS)
        .rem_euclid(DAY_SECONDS);
    time.saturating_sub(since)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22T10:30:00 in Vietnam, as Unix seconds.
    const CHANGED: i64 = 1_795_318_200;

    #[test]
    fn a_draft_expires_at_the_end_of_its_sixtieth_day() {
        assert_eq!(expires_on(CHANGED).0, "2027-01-21");
        let deleted = deleted_at(CHANGED);
        assert_eq!(clock::timestamp(deleted).0, "2027-01-21T17:00:00Z");
        assert!(CHANGED >= expiry_cutoff(deleted - 1));
        assert!(CHANGED < expiry_cutoff(deleted));
    }
}
