//! Messages about the session between the tabs of one browser, which share the session. No message contains personal
//! data.

use std::cell::{Cell, OnceCell};

use crate::browser::other_tabs::OtherTabs;
use crate::browser::page;

/// The minimum time between two messages [`TabMessage::Active`], in milliseconds.
const ACTIVITY_INTERVAL_MS: f64 = 20_000.0;

/// A message about the session to the other tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TabMessage {
    /// The citizen has signed out in the tab that sends the message.
    SignedOut,
    /// A session has begun or changed in the tab that sends the message.
    SessionBegun,
    /// The server has responded to a request of the tab that sends the message, so the idle time of the session starts
    /// again.
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

    /// Parses the text of a message. `None` for an unknown text, which a tab with a newer version of the app may send.
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

/// The channel to the other tabs, and the time at which another tab last used the session.
#[derive(Default)]
pub(super) struct TabChannel {
    channel: OnceCell<OtherTabs>,
    /// The time at which another tab last used the session, in milliseconds of the steady clock.
    used_elsewhere_ms: Cell<f64>,
    /// This tab tells the other tabs when the session was used. This is the latest time that it has told them, in
    /// milliseconds of the steady clock.
    announced_ms: Cell<f64>,
}

impl TabChannel {
    /// The channel. Its name contains the base path, because another base path of the same origin may serve another
    /// app.
    fn channel(&self) -> &OtherTabs {
        self.channel
            .get_or_init(|| OtherTabs::new(&["motcua:", &page::read_base_path()].concat()))
    }

    /// Sends a message to the other tabs.
    pub(super) fn send(&self, message: TabMessage) {
        self.channel().send(message.text());
    }

    /// Calls `on_message` with each message of another tab, until the page is closed.
    pub(super) fn listen(&self, on_message: impl Fn(TabMessage) + 'static) {
        self.channel().on_message(move |text: &str| {
            if let Some(message) = TabMessage::parse(text) {
                on_message(message);
            }
        });
    }

    /// Records that another tab has used the session at the time `now_ms`.
    pub(super) fn record_use_elsewhere(&self, now_ms: f64) {
        self.used_elsewhere_ms.set(now_ms);
    }

    /// The time at which any tab last used the session. `used_here_ms` is the time at which this tab last used it. If
    /// that time is much later than the last notification, also notifies the other tabs that this tab uses the session.
    /// All times are in milliseconds of the steady clock.
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
