//! The rules for when a session expires: after a period without requests, and at a maximum age. Only this module
//! decides whether a session is open.

use crate::config::SessionLimits;

/// The properties of a session that determine when it expires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SessionTimes {
    /// When the session started, in Unix seconds.
    pub(crate) begun_at: i64,
    /// When the session made its last request, in Unix seconds.
    pub(crate) last_seen_at: i64,
    /// Whether several people use the device.
    pub(crate) shared_device: bool,
}

/// Maximum time between the start of a session and a sensitive change, in seconds.
const PROOF_SECONDS: i64 = 15 * 60;

impl SessionTimes {
    /// Whether the session was started so recently, with a sign-in or one-time code, that it allows sensitive changes.
    pub(crate) fn is_proof_recent(&self, now: i64) -> bool {
        now - self.begun_at < PROOF_SECONDS
    }

    /// Whether the session hasn't expired. If the clock was set back by more than the idle time, the session counts as
    /// expired. Otherwise it would last longer than allowed.
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
