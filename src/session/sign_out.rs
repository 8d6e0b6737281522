//! Signs the citizen out. Personal data is removed from this device at once, online or offline. If the server can't be
//! reached, the app sends the sign-out later, even after a reload.

use contract::endpoints::{DELETE_SESSION, GET_SESSION};
use contract::session::Session;
use leptos::task::spawn_local;

use super::lifetime::Now;
use super::pending_sign_out::{PendingSignOut, expires_at_ms};
use super::state::{FlushUnsaved, SessionState};
use super::tab_channel::TabMessage;
use super::view::SessionNotice;
use super::visitor::Visitor;
use crate::api::ClientError;
use crate::browser::storage::BrowserStorage;
use crate::browser::{clock, retry};

/// The time in which pages that are being closed may still write to the tab's storage, in milliseconds. After this
/// time, the storage is cleared again.
const UNMOUNT_MS: i32 = 50;

impl SessionState {
    /// Registers a function that saves unsaved changes on the server before a sign-out.
    pub fn flush_before_sign_out(self, flush: FlushUnsaved) {
        self.inner().flushes.borrow_mut().push(flush);
    }

    /// Saves all unsaved changes on the server. Returns `false` if a sign-out would still lose changes.
    pub async fn flush_unsaved(self) -> bool {
        // Collect the futures first, because `flushes` may not stay borrowed during an await. Then run them one by one.
        let flushes: Vec<_> = self
            .inner()
            .flushes
            .borrow()
            .iter()
            .map(|flush| flush())
            .collect();
        let mut all_saved = true;
        for flush in flushes {
            all_saved &= flush.await;
        }
        all_saved
    }

    /// Signs the citizen out in this tab at once. The server and the other tabs are notified afterwards.
    pub fn sign_out(self) {
        self.leave(None);
        self.inner().tabs.send(TabMessage::SignedOut);
    }

    /// Signs the citizen out without their action in this tab: they signed out in another tab, or the session on a
    /// shared device expired.
    pub(super) fn sign_out_with(self, notice: SessionNotice) {
        self.leave(Some(notice));
        if notice == SessionNotice::SharedDeviceExpired {
            self.inner().tabs.send(TabMessage::SignedOut);
        }
    }

    fn leave(self, notice: Option<SessionNotice>) {
        let inner = self.inner();
        let lifetime = inner.lifetime.take();
        // With a session cookie, all tabs share one session. If the citizen signed out in another tab, that tab sends
        // the request that ends the session.
        if notice != Some(SessionNotice::SignedOutElsewhere) || self.api().is_cross_origin() {
            let pending = PendingSignOut {
                until_ms: lifetime.map_or_else(clock::now_ms, |lifetime| {
                    Now::read().wall_time(lifetime.end_ms(self.last_used_ms()))
                }),
                expires_at_ms: lifetime
                    .and_then(|lifetime| lifetime.expires_at_ms())
                    .unwrap_or(0.0),
            };
            pending.save();
            inner.pending_sign_out.set(Some(pending));
        }
        BrowserStorage::Tab.clear();
        self.update_view(|view| view.sign_out(notice));
        self.set_visitor(Visitor::Guest);
        spawn_local(async move {
            clock::wait_ms(UNMOUNT_MS).await;
            if !self.is_citizen() {
                BrowserStorage::Tab.clear();
                BrowserStorage::keep_tab_in_memory(false);
            }
            let mut failures = 0;
            while self.send_pending_sign_out().await.is_err() {
                failures += 1;
                retry::wait(failures).await;
            }
        });
    }

    /// Loads the session from the server. If a sign-out is pending for this session, sends it first and returns `None`.
    pub(super) async fn load_session(self) -> Result<Option<Session>, ClientError> {
        let answer = self.api().get(&GET_SESSION, &[], "").await;
        match (self.inner().pending_sign_out.get(), answer) {
            (None, answer) => answer,
            // A later sign-in has started this session, for example through an identity provider. The pending sign-out
            // isn't for it.
            (Some(pending), Ok(Some(session))) if !pending.is_for(expires_at_ms(&session)) => {
                self.clear_pending_sign_out();
                Ok(Some(session))
            }
            _ => {
                self.set_visitor(Visitor::Guest);
                self.send_pending_sign_out().await?;
                Ok(None)
            }
        }
    }

    /// Sends the pending sign-out to the server. Does nothing if no sign-out is pending.
    async fn send_pending_sign_out(self) -> Result<(), ClientError> {
        let Some(PendingSignOut { until_ms, .. }) = self.inner().pending_sign_out.get() else {
            return Ok(());
        };
        match self.api().send_empty(&DELETE_SESSION, &[]).await {
            Ok(()) => {
                self.api().set_bearer_token(None);
                self.clear_pending_sign_out();
                self.update_view(|view| {
                    view.confirmed_sign_outs = view.confirmed_sign_outs.saturating_add(1);
                });
                Ok(())
            }
            // The session has expired on the server by now, so the sign-out isn't needed any more.
            Err(_) if clock::now_ms() > until_ms => {
                self.clear_pending_sign_out();
                Ok(())
            }
            Err(error) => {
                self.update_view(|view| view.unconfirmed_sign_out = Some(until_ms));
                Err(error)
            }
        }
    }
}
