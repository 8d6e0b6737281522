//! When a session expires: after a time without requests, and at a maximum age. All code that asks whether a session
//! is open uses this module.

use crate::config::SessionLimits;

/// The times of a session that decide when it expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SessionTimes {
    /// Unix seconds.
    pub(crate) begun_at: i64,
    /// Unix seconds.
    pub(crate) last_seen_at: i64,
    /// Whether several people use the device.
    pub(crate) shared_device: bool,
}

impl SessionTimes {
    /// Whether the session hasn't expired. A clock that was set back by more than the idle time ends the session
    /// instead of prolonging it.
    pub(crate) fn is_open(&self, bounds: &SessionLimits, now: i64) -> bool {
        let idle = i64::from(bounds.idle(self.shared_device));
        let (idle_for, age) = (now - self.last_seen_at, now - self.begun_at);
        -idle < idle_for && idle_for < idle && age < i64::from(bounds.life_seconds)
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
    fn a_session_is_open_until_its_last_second() {
        assert!(open_after(1799, 1799, false) && !open_after(1800, 1800, false));
        assert!(open_after(299, 299, true) && !open_after(300, 300, true));
        assert!(open_after(0, 43_199, false) && !open_after(0, 43_200, false));
    }

    #[test]
    fn setting_the_clock_back_never_prolongs_a_session() {
        assert!(open_after(-600, 0, false));
        assert!(!open_after(-86_400, -86_400, false));
    }
}
