//! Watches the session while the page is open: compares its end with the clock, listens to the other tabs, and handles
//! requests that the backend refused for lack of authentication.

use std::rc::Rc;

use leptos::task::spawn_local;

use super::state::SessionState;
use super::tab_channel::TabMessage;
use super::view::SessionNotice;
use crate::browser::{clock, steady_clock};

/// The time between two checks whether the session ends soon, in milliseconds. A single timer for the end of the
/// session isn't used: on a phone that was in sleep mode, it would run too late.
const CHECK_INTERVAL_MS: i32 = 1_000;

impl SessionState {
    /// Starts to watch the session. Watching alone sends no request, so a tab in the background doesn't extend the
    /// session.
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
        // With a bearer token, each tab has its own session. With a cookie, all tabs share one session.
        let is_shared_between_tabs = !self.api().is_cross_origin();
        self.inner().tabs.listen(move |message| match message {
            TabMessage::SignedOut if self.is_citizen() => {
                self.sign_out_with(SessionNotice::SignedOutElsewhere);
            }
            TabMessage::SessionBegun if is_shared_between_tabs => {
                // Another tab has started a new session, which replaces the session that this tab still had to sign
                // out. The pending request would now end the new session, so it is removed.
                self.clear_pending_sign_out();
                spawn_local(async move { drop(self.recheck().await) });
            }
            TabMessage::Active if is_shared_between_tabs => {
                self.inner()
                    .tabs
                    .record_use_elsewhere(steady_clock::now().ms);
            }
            TabMessage::SignedOut | TabMessage::SessionBegun | TabMessage::Active => {}
        });
    }
}
