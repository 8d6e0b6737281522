//! A sign-out that the backend hasn't confirmed yet. The app stores a note about it on the device, in the browser's
//! storage. With this note, the app can send the sign-out even after a reload. The note contains no personal data.

use contract::session::Session;

use crate::browser::clock;
use crate::browser::storage::BrowserStorage;

/// The key under which the device's storage contains the note about the sign-out.
const KEY: &str = "motcua-sign-out";

/// A sign-out that the backend hasn't confirmed yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PendingSignOut {
    /// The time until which the server may still have the session, in milliseconds since 1970.
    pub(super) until_ms: f64,
    /// The value `expires_at` of the session that was signed out, in milliseconds since 1970. It distinguishes this
    /// session from a later session; 0 if unknown.
    pub(super) expires_at_ms: f64,
}

impl PendingSignOut {
    /// Reads the device's note about a sign-out that hasn't reached the server yet, for example after a reload. With a
    /// bearer token, removes the note and returns `None`: the token was lost when the page was left, so the sign-out
    /// can't be sent any more.
    pub(super) fn load(is_cross_origin: bool) -> Option<Self> {
        let text = BrowserStorage::Device.get(KEY)?;
        if is_cross_origin {
            Self::forget();
            return None;
        }
        Some(Self::parse(&text))
    }

    /// Stores the note about this sign-out on the device. If the browser refuses, the app still sends the sign-out
    /// while this page is open.
    pub(super) fn save(self) {
        BrowserStorage::Device.set(KEY, &self.to_text());
    }

    /// Removes the device's note that a sign-out hasn't reached the server yet.
    pub(super) fn forget() {
        BrowserStorage::Device.remove(KEY);
    }

    /// Whether this sign-out is for the session with this `expires_at`. If either `expires_at` is unknown, the function
    /// returns `true`, because the sign-out may be for that session.
    pub(super) fn is_for(self, expires_at_ms: Option<f64>) -> bool {
        self.expires_at_ms == 0.0
            || expires_at_ms.is_none_or(|expires_at_ms| expires_at_ms == self.expires_at_ms)
    }

    // The note contains its times as whole milliseconds. Formatting and parsing floats would add more code to the wasm
    // than the rest of this file.
    fn to_text(self) -> String {
        let [until, expires_at] =
            [self.until_ms, self.expires_at_ms].map(|instant| (instant as u64).to_string());
        [until, expires_at].join(" ")
    }

    /// Parses the device's note about a sign-out. A time that can't be parsed counts as past. The app may then send a
    /// needless sign-out request, which does no harm.
    fn parse(text: &str) -> Self {
        let instant = |text: &str| text.parse::<u64>().unwrap_or(0) as f64;
        let (until, expires_at) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            until_ms: instant(until),
            expires_at_ms: instant(expires_at),
        }
    }
}

/// The value `expires_at` of a session, in milliseconds since 1970. `None` if it can't be parsed.
pub(super) fn expires_at_ms(session: &Session) -> Option<f64> {
    clock::parse_ms(&session.expires_at.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn belongs_to_the_session_that_was_left_and_to_no_later_one() {
        let pending = PendingSignOut::parse("1795280400000 1795320000000");
        assert!(pending.is_for(Some(1_795_320_000_000.0)));
        assert!(!pending.is_for(Some(1_795_330_000_000.0)));
    }

    #[test]
    fn belongs_to_any_session_if_it_names_none() {
        for text in ["1795280400000", "", "soon later"] {
            let pending = PendingSignOut::parse(text);
            assert!(pending.is_for(Some(1_795_320_000_000.0)), "{text}");
        }
    }

    #[test]
    fn parses_the_text_that_it_writes() {
        let pending = PendingSignOut {
            until_ms: 1_795_280_400_000.0,
            expires_at_ms: 1_795_320_000_000.0,
        };
        assert_eq!(PendingSignOut::parse(&pending.to_text()), pending);
    }
}
