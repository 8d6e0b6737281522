//! Computes when a session ends: after a period without a request, and at the latest at a fixed time. The functions get
//! the current time as an argument and read no clock.
//!
//! Periods are measured with the steady clock, because the device's clock may be set while the page is open. Only times
//! that the citizen reads are times of the device's clock.

use contract::session::Session;

use crate::browser::{clock, steady_clock};

const SECOND_MS: f64 = 1_000.0;
const MINUTE_MS: f64 = 60_000.0;

/// The current time, of both clocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Now {
    /// The time of the device's clock, in milliseconds since 1970.
    pub(super) wall_ms: f64,
    /// The time of the steady clock, in milliseconds.
    pub(super) steady_ms: f64,
    /// How often the device's clock has been set back since the page was opened.
    pub(super) steps_back: u32,
}

impl Now {
    /// Reads both clocks.
    pub(super) fn read() -> Self {
        let steady = steady_clock::now();
        Self {
            wall_ms: clock::now_ms(),
            steady_ms: steady.ms,
            steps_back: steady.steps_back,
        }
    }

    /// Converts a time of the steady clock to a time of the device's clock.
    pub(super) fn wall_time(&self, steady_ms: f64) -> f64 {
        self.wall_ms + (steady_ms - self.steady_ms)
    }
}

/// The times that determine the end of a session, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lifetime {
    /// The session ends after this period without a request.
    idle_ms: f64,
    /// The app warns the citizen when the session ends within this period.
    warn_ms: f64,
    /// The time, since 1970, at which the session ends even if it is in use. `None` if the device's clock is wrong.
    expires_at_ms: Option<f64>,
    /// The same time on the steady clock.
    latest_end_ms: Option<f64>,
}

/// The state of a session at a given time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ExpiryState {
    /// The session is active and doesn't end soon.
    Active,
    /// The session is active, but ends soon.
    Warning(ExpiryWarning),
    /// The session has ended.
    Expired,
}

/// A warning that the session ends soon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpiryWarning {
    /// When the session ends even if the citizen uses it, in milliseconds since 1970. Otherwise 0.
    pub at_ms: f64,
    /// The number of minutes until the session ends, rounded up.
    pub minutes: u32,
    /// Whether the session ends at this time even if the citizen uses it.
    pub is_absolute: bool,
}

impl Lifetime {
    /// Computes the lifetime of a session that the server described in a response at the time `now`. `expires_at_ms` is
    /// the session's `expires_at`. If it is in the past, the clock of this device must be wrong, and the value is ignored.
    pub(super) fn new(session: &Session, expires_at_ms: Option<f64>, now: Now) -> Self {
        let expires_at_ms = expires_at_ms.filter(|expires_at_ms| *expires_at_ms > now.wall_ms);
        Self {
            idle_ms: f64::from(session.idle_seconds) * SECOND_MS,
            warn_ms: f64::from(session.warn_seconds) * SECOND_MS,
            expires_at_ms,
            latest_end_ms: expires_at_ms
                .map(|expires_at_ms| now.steady_ms + (expires_at_ms - now.wall_ms)),
        }
    }

    /// The time at which the session ends even if it is in use, in milliseconds since 1970. `None` if the device's
    /// clock is wrong.
    pub(super) fn expires_at_ms(&self) -> Option<f64> {
        self.expires_at_ms
    }

    /// The time at which the session ends if the request at `last_used_ms` was the last. Both are times of the steady
    /// clock.
    pub(super) fn end_ms(&self, last_used_ms: f64) -> f64 {
        let idle_end_ms = last_used_ms + self.idle_ms;
        self.latest_end_ms
            .map_or(idle_end_ms, |latest_end_ms| latest_end_ms.min(idle_end_ms))
    }

    /// The state of the session at `now_ms`. `last_used_ms` is the time of its last request. Both are times of the steady
    /// clock.
    pub(super) fn state(&self, now_ms: f64, last_used_ms: f64) -> ExpiryState {
        let end_ms = self.end_ms(last_used_ms);
        let left_ms = end_ms - now_ms;
        if left_ms <= 0.0 {
            return ExpiryState::Expired;
        }
        if left_ms > self.warn_ms {
            return ExpiryState::Active;
        }
        let is_absolute = self.latest_end_ms == Some(end_ms);
        let at_ms = self.expires_at_ms.filter(|_| is_absolute);
        ExpiryState::Warning(ExpiryWarning {
            at_ms: at_ms.unwrap_or_default(),
            // The cast with `as` saturates: a number that is too large becomes the largest `u32`.
            minutes: (left_ms / MINUTE_MS).ceil() as u32,
            is_absolute,
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, clippy::expect_used, reason = "a test may panic")]

    use super::*;

    const MINUTE: f64 = MINUTE_MS;

    fn half_an_hour(expires_at_ms: Option<f64>) -> Lifetime {
        Lifetime {
            idle_ms: 30.0 * MINUTE,
            warn_ms: 3.0 * MINUTE,
            expires_at_ms,
            latest_end_ms: expires_at_ms,
        }
    }

    fn now(wall_ms: f64, steady_ms: f64) -> Now {
        Now {
            wall_ms,
            steady_ms,
            steps_back: 0,
        }
    }

    fn session() -> Session {
        serde_json::from_str(
            r#"{"account":{"name":"x","citizen_id":"1","verification":"phone"},"account_id":"a1","idle_seconds":1800,
            "expires_at":"2026-01-01T12:00:00Z","warn_seconds":180,"shared_device":false}"#,
        )
        .expect("the text is a session")
    }

    #[test]
    fn warns_before_the_end_with_the_minutes_left() {
        let lifetime = half_an_hour(None);
        assert_eq!(lifetime.state(26.0 * MINUTE, 0.0), ExpiryState::Active);
        let ExpiryState::Warning(warning) = lifetime.state(28.5 * MINUTE, 0.0) else {
            panic!("expected a warning");
        };
        assert_eq!((warning.minutes, warning.is_absolute), (2, false));
        assert_eq!(lifetime.state(30.0 * MINUTE, 0.0), ExpiryState::Expired);
    }

    #[test]
    fn a_request_postpones_the_end_but_not_beyond_expires_at() {
        let lifetime = half_an_hour(Some(50.0 * MINUTE));
        assert_eq!(
            lifetime.state(28.0 * MINUTE, 10.0 * MINUTE),
            ExpiryState::Active
        );
        let ExpiryState::Warning(warning) = lifetime.state(48.0 * MINUTE, 47.0 * MINUTE) else {
            panic!("expected a warning");
        };
        assert_eq!((warning.at_ms, warning.is_absolute), (50.0 * MINUTE, true));
    }

    #[test]
    fn a_session_has_expired_when_the_phone_wakes_up_late() {
        assert_eq!(
            half_an_hour(None).state(9_000.0 * MINUTE, 0.0),
            ExpiryState::Expired
        );
    }

    #[test]
    fn a_clock_that_is_a_day_ahead_does_not_expire_a_new_session() {
        let (noon, tomorrow) = (720.0 * MINUTE, 2_000.0 * MINUTE);
        let lifetime = Lifetime::new(&session(), Some(noon), now(tomorrow, tomorrow));
        assert_eq!(lifetime.state(tomorrow, tomorrow), ExpiryState::Active);
    }

    #[test]
    fn a_clock_that_is_set_meanwhile_neither_prolongs_nor_ends_a_session() {
        let (noon, four_hours_before) = (720.0 * MINUTE, 480.0 * MINUTE);
        let lifetime = Lifetime::new(&session(), Some(noon), now(four_hours_before, 5.0 * MINUTE));
        // The steady clock counts on from 5 minutes, whatever the device's clock shows.
        assert_eq!(
            lifetime.state(34.0 * MINUTE, 5.0 * MINUTE),
            lifetime.state(34.5 * MINUTE, 5.5 * MINUTE)
        );
        assert_eq!(
            lifetime.state(35.0 * MINUTE, 5.0 * MINUTE),
            ExpiryState::Expired
        );
        let ExpiryState::Warning(warning) = lifetime.state(244.0 * MINUTE, 240.0 * MINUTE) else {
            panic!("expected a warning");
        };
        assert_eq!((warning.at_ms, warning.is_absolute), (noon, true));
    }
}
