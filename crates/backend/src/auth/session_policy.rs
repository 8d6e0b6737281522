//! When a session ends: after silence, and at a certain age in any case. Whatever asks whether one is open asks here.

use crate::config::SessionLimits;

/// When a session began and was last used, which is all that its end depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SessionTimes {
    /// Unix seconds.
    pub(crate) begun_at: i64,
    /// Unix seconds.
    pub(crate) last_seen_at: i64,
    /// Several people use the device.
    pub(crate) shared_device: bool,
}

impl SessionTimes {
    /// Whether the session hasn't ended. A clock that is put back ends it rather than let it live longer than it should.
    pub(crate) fn is_open(&self, bounds: &SessionLimits, now: i64) -> bool {
        let idle = i64::from(bounds.idle(self.shared_device));
        let (idled, lived) = (now - self.last_seen_at, now - self.begun_at);
        -idle < idled && idled < idle && lived < i64::from(bounds.life_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open_after(idled: i64, lived: i64, shared_device: bool) -> bool {
        let lifetime = SessionTimes {
            begun_at: -lived,
            last_seen_at: -idled,
            shared_device,
        };
        lifetime.is_open(&SessionLimits::default(), 0)
    }

    #[test]
    fn a_session_is_open_until_its_last_second_and_not_in_the_one_after() {
        assert!(open_after(1799, 1799, false) && !open_after(1800, 1800, false));
        assert!(open_after(299, 299, true) && !open_after(300, 300, true));
        assert!(open_after(0, 43_199, false) && !open_after(0, 43_200, false));
    }

    #[test]
    fn a_clock_put_back_by_minutes_ends_nothing_and_by_more_lets_nothing_live_on() {
        assert!(open_after(-600, 0, false));
        assert!(!open_after(-86_400, -86_400, false));
    }
}
