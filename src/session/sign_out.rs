//! Signs the citizen out. Personal data leaves this device at once, online or offline. If the server can't be reached, the
//! sign-out is sent later, after a reload too.

use contract::endpoints::{DELETE_SESSION, GET_SESSION};
use contract::session::Session;
use leptos::task::spawn_local;

use super::pending_sign_out::{PendingSignOut, expires_at_ms};
use super::state::{FlushUnsaved, SessionState};
use super::tab_channel::TabMessage;
use super::view::SessionNotice;
use super::visitor::Visitor;
use crate::api::ClientError;
use crate::browser::storage::BrowserStorage;
use crate::browser::{clock, retry};

/// How long pages may still write to the tab's storage while they are unmounted, in milliseconds.
const UNMOUNT_MS: i32 = 50;

impl SessionState {
    /// Registers a function that sends unsaved changes before a sign-out.
    pub fn flush_before_sign_out(self, flush: FlushUnsaved) {
        self.inner().flushes.borrow_mut().push(flush);
    }

    /// Sends all unsaved changes to the server. `false` when a sign-out would lose something.
    pub async fn flush_unsaved(self) -> bool {
        // All start at once; they are awaited one after the other.
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

    /// Signs out in this tab at once. The server and the other tabs follow.
    pub fn sign_out(self) {
        self.leave(None);
        self.inner().tabs.send(TabMessage::SignedOut);
    }

    /// Signs out because another tab did, or because the session on a shared device expired.
    pub(super) fn sign_out_with(self, notice: SessionNotice) {
        self.leave(Some(notice));
        if notice == SessionNotice::SharedDeviceExpired {
            self.inner().tabs.send(TabMessage::SignedOut);
        }
    }

    fn leave(self, notice: Option<SessionNotice>) {
        let inner = self.inner();
        let lifetime = inner.lifetime.take();
        // With a cookie, the tab that the citizen signed out in tells the server.
        if notice != Some(SessionNotice::SignedOutElsewhere) || self.api().is_cross_origin() {
            let pending = PendingSignOut {
                until_ms: lifetime.map_or_else(clock::now_ms, |lifetime| {
                    lifetime.end_ms(self.last_used_ms())
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

    /// Loads the session from the server. A pending sign-out is sent first, unless the session is a later one.
    pub(super) async fn load_session(self) -> Result<Option<Session>, ClientError> {
        let answer = self.api().get(&GET_SESSION, &[], "").await;
        match (self.inner().pending_sign_out.get(), answer) {
            (None, answer) => answer,
            // A sign-in through an identity provider has begun another session since.
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

    /// Sends the pending sign-out to the server, if there is one.
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
            // The session has expired at the server.
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
