//! When a session ends: so long after the last answer, and at the latest at a set moment. Told the time, it reads no
//! clock. A moment that lies in the past when the server names it shows that this device's clock is wrong, and counts for
//! nothing.

use contract::session::Session;

const SECOND_MS: f64 = 1_000.0;
const MINUTE_MS: f64 = 60_000.0;

/// How long a session lasts, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lifetime {
    idle: f64,
    warn: f64,
    /// In any case, in milliseconds since 1970.
    latest: Option<f64>,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Standing {
    /// It goes on.
    Open,
    /// It ends soon.
    Ending(Ending),
    /// It has ended.
    Ended,
}

/// The end that is near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// When, in milliseconds since 1970.
    pub at_ms: f64,
    /// Minutes until then, the one begun included.
    pub minutes: u32,
    /// Being there doesn't put it off.
    pub in_any_case: bool,
}

impl Lifetime {
    /// As the server told it `now`; `latest` is its `expires_at`.
    pub(super) fn of(session: &Session, latest: Option<f64>, now: f64) -> Self {
        Self {
            idle: f64::from(session.idle_seconds) * SECOND_MS,
            warn: f64::from(session.warn_seconds) * SECOND_MS,
            latest: latest.filter(|latest| *latest > now),
        }
    }

    /// When it ends in any case, in milliseconds since 1970; `None` where this device's clock is wrong.
    pub(super) fn latest(&self) -> Option<f64> {
        self.latest
    }

    /// When it ends, if nothing is asked of the server after `answered`.
    pub(super) fn end(&self, answered: f64) -> f64 {
        let idle = answered + self.idle;
        self.latest.map_or(idle, |latest| latest.min(idle))
    }

    /// How it stands.
    pub(super) fn standing(&self, now: f64, answered: f64) -> Standing {
        let at_ms = self.end(answered);
        let left = at_ms - now;
        if left <= 0.0 {
            return Standing::Ended;
        }
        if left > self.warn {
            return Standing::Open;
        }
        Standing::Ending(Ending {
            at_ms,
            // A float out of range becomes the nearest number there is.
            minutes: (left / MINUTE_MS).ceil() as u32,
            in_any_case: self.latest == Some(at_ms),
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::panic, clippy::expect_used, reason = "a test may panic")]

    use super::*;

    const MINUTE: f64 = MINUTE_MS;

    fn half_an_hour(latest: Option<f64>) -> Lifetime {
        Lifetime {
            idle: 30.0 * MINUTE,
            warn: 3.0 * MINUTE,
            latest,
        }
    }

    #[test]
    fn it_is_told_early_that_a_session_ends_and_how_soon() {
        let lifetime = half_an_hour(None);
        assert_eq!(lifetime.standing(26.0 * MINUTE, 0.0), Standing::Open);
        let Standing::Ending(ending) = lifetime.standing(28.5 * MINUTE, 0.0) else {
            panic!("nothing was told");
        };
        assert_eq!((ending.minutes, ending.in_any_case), (2, false));
        assert_eq!(lifetime.standing(30.0 * MINUTE, 0.0), Standing::Ended);
    }

    #[test]
    fn an_answer_puts_the_end_off_but_not_beyond_the_latest() {
        let lifetime = half_an_hour(Some(50.0 * MINUTE));
        assert_eq!(
            lifetime.standing(28.0 * MINUTE, 10.0 * MINUTE),
            Standing::Open
        );
        let Standing::Ending(ending) = lifetime.standing(48.0 * MINUTE, 47.0 * MINUTE) else {
            panic!("nothing was told");
        };
        assert_eq!((ending.at_ms, ending.in_any_case), (50.0 * MINUTE, true));
    }

    #[test]
    fn a_phone_that_slept_finds_the_session_ended() {
        assert_eq!(
            half_an_hour(None).standing(9_000.0 * MINUTE, 0.0),
            Standing::Ended
        );
    }

    #[test]
    fn a_phone_whose_clock_is_a_day_ahead_doesnt_end_a_session_that_has_just_begun() {
        let session: Session = serde_json::from_str(
            r#"{"account":{"name":"x","citizen_id":"1","verification":"phone"},"account_id":"a1","idle_seconds":1800,
            "expires_at":"2026-01-01T12:00:00Z","warn_seconds":180,"shared_device":false}"#,
        )
        .expect("it is a session");
        let (noon, tomorrow) = (720.0 * MINUTE, 2_000.0 * MINUTE);
        let lifetime = Lifetime::of(&session, Some(noon), tomorrow);
        assert_eq!(lifetime.standing(tomorrow, tomorrow), Standing::Open);
    }
}
