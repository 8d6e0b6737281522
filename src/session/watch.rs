//! Watches the session for the life of the page: the clock, the other tabs, and requests without authentication.

use std::rc::Rc;

use leptos::task::spawn_local;

use super::state::SessionState;
use super::tab_channel::TabMessage;
use super::view::SessionNotice;
use crate::browser::clock;

/// The time between two checks of the session's lifetime, in milliseconds. A timer set to the end itself would be late on a
/// phone that slept.
const CHECK_INTERVAL_MS: i32 = 1_000;

impl SessionState {
    /// Starts to watch the session. Watching sends no request, so a tab in the background never keeps a session alive.
    pub fn watch(self) {
        self.listen_to_tabs();
        self.api().set_reauthenticate(Rc::new(move |missing| {
            Box::pin(self.reauthenticate(missing))
        }));
        spawn_local(async move {
            loop {
                clock::wait_ms(CHECK_INTERVAL_MS).await;
                self.check_expiry();
            }
        });
    }

    fn listen_to_tabs(self) {
        // With a bearer token each tab has its own session.
        let is_shared_between_tabs = !self.api().is_cross_origin();
        self.inner().tabs.listen(move |message| match message {
            TabMessage::SignedOut if self.is_citizen() => {
                self.sign_out_with(SessionNotice::SignedOutElsewhere);
            }
            TabMessage::SessionBegun if is_shared_between_tabs => {
                // The new session has replaced the one that this tab still has to sign out. The request would now end the
                // new session.
                self.clear_pending_sign_out();
                spawn_local(async move { drop(self.recheck().await) });
            }
            TabMessage::Active if is_shared_between_tabs => {
                self.inner().tabs.record_use_elsewhere(clock::now_ms());
            }
            TabMessage::SignedOut | TabMessage::SessionBegun | TabMessage::Active => {}
        });
    }
}
