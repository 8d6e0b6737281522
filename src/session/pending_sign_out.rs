//! A sign-out that the backend hasn't confirmed yet. It is kept in the browser's storage, so that it is sent after a reload
//! too. It holds nothing personal.

use contract::session::Session;

use crate::browser::clock;
use crate::browser::storage::BrowserStorage;

/// Key in the storage of the device.
const KEY: &str = "motcua-sign-out";

/// A sign-out that the backend hasn't confirmed yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PendingSignOut {
    /// Until when the session may exist at the server, in milliseconds since 1970.
    pub(super) until_ms: f64,
    /// `expires_at` of the session, in milliseconds since 1970. It distinguishes the session from a later one; 0 if
    /// unknown.
    pub(super) expires_at_ms: f64,
}

impl PendingSignOut {
    /// Reads the sign-out of an earlier visit. With a bearer token there is nothing left to sign out: the token was lost
    /// with the page.
    pub(super) fn load(is_cross_origin: bool) -> Option<Self> {
        let text = BrowserStorage::Device.get(KEY)?;
        if is_cross_origin {
            Self::forget();
            return None;
        }
        Some(Self::parse(&text))
    }

    /// Writes it to the storage. A browser that refuses still sends the sign-out while this page is open.
    pub(super) fn save(self) {
        BrowserStorage::Device.set(KEY, &self.to_text());
    }

    /// Removes it from the storage.
    pub(super) fn forget() {
        BrowserStorage::Device.remove(KEY);
    }

    /// Whether it belongs to the session with this `expires_at`.
    pub(super) fn is_for(self, expires_at_ms: Option<f64>) -> bool {
        self.expires_at_ms == 0.0
            || expires_at_ms.is_none_or(|expires_at_ms| expires_at_ms == self.expires_at_ms)
    }

    // Whole milliseconds, because formatting and parsing a float would add more code than the rest of this file.
    fn to_text(self) -> String {
        let [until, expires_at] =
            [self.until_ms, self.expires_at_ms].map(|instant| (instant as u64).to_string());
        [until, expires_at].join(" ")
    }

    /// Parses a stored text. A time that can't be parsed counts as past: an additional sign-out request does no harm.
    fn parse(text: &str) -> Self {
        let instant = |text: &str| text.parse::<u64>().unwrap_or(0) as f64;
        let (until, expires_at) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            until_ms: instant(until),
            expires_at_ms: instant(expires_at),
        }
    }
}

/// `expires_at` of a session, in milliseconds since 1970.
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
