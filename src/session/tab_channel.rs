//! Messages between the tabs of one browser about the session that they share. No message names a person.

use std::cell::{Cell, OnceCell};

use crate::browser::other_tabs::OtherTabs;
use crate::browser::page;

/// The minimum time between two messages that the session is in use, in milliseconds.
const ACTIVITY_INTERVAL_MS: f64 = 20_000.0;

/// A message to the other tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TabMessage {
    /// The citizen has signed out.
    SignedOut,
    /// A session has begun or has changed.
    SessionBegun,
    /// The server has answered, so the idle time of the session starts again.
    Active,
}

impl TabMessage {
    const fn text(self) -> &'static str {
        match self {
            TabMessage::SignedOut => "left",
            TabMessage::SessionBegun => "begun",
            TabMessage::Active => "alive",
        }
    }

    /// `None` for an unknown text, which a tab with a newer version of the app may send.
    fn parse(text: &str) -> Option<Self> {
        let mut all = [
            TabMessage::SignedOut,
            TabMessage::SessionBegun,
            TabMessage::Active,
        ]
        .into_iter();
        all.find(|message| message.text() == text)
    }
}

/// The channel to the other tabs, and when the session was used in them.
#[derive(Default)]
pub(super) struct TabChannel {
    channel: OnceCell<OtherTabs>,
    /// When another tab last used the session, in milliseconds since 1970.
    used_elsewhere_ms: Cell<f64>,
    /// When this tab last told the others that it uses the session, in milliseconds since 1970.
    announced_ms: Cell<f64>,
}

impl TabChannel {
    /// Connects only the tabs with the same base path, because another path may serve another app.
    fn channel(&self) -> &OtherTabs {
        self.channel
            .get_or_init(|| OtherTabs::new(&["motcua:", &page::read_base_path()].concat()))
    }

    /// Sends a message to the other tabs.
    pub(super) fn send(&self, message: TabMessage) {
        self.channel().send(message.text());
    }

    /// Calls `on_message` with each message of another tab, for the life of the page.
    pub(super) fn listen(&self, on_message: impl Fn(TabMessage) + 'static) {
        self.channel().on_message(move |text: &str| {
            if let Some(message) = TabMessage::parse(text) {
                on_message(message);
            }
        });
    }

    /// Records that another tab used the session at `now_ms`.
    pub(super) fn record_use_elsewhere(&self, now_ms: f64) {
        self.used_elsewhere_ms.set(now_ms);
    }

    /// When any tab last used the session. `used_here_ms` is the last use in this tab, and is announced to the others.
    pub(super) fn last_used_ms(&self, used_here_ms: f64) -> f64 {
        if used_here_ms - self.announced_ms.get() > ACTIVITY_INTERVAL_MS {
            self.announced_ms.set(used_here_ms);
            self.send(TabMessage::Active);
        }
        used_here_ms.max(self.used_elsewhere_ms.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_each_message_that_it_sends_and_ignores_others() {
        for message in [
            TabMessage::SignedOut,
            TabMessage::SessionBegun,
            TabMessage::Active,
        ] {
            assert_eq!(TabMessage::parse(message.text()), Some(message));
        }
        assert_eq!(TabMessage::parse("written in 2030"), None);
    }
}
