//! Handles a session that expires while a page is open. The page stays open, and its requests wait. A renewal sheet
//! covers the page and asks for a one-time code. After the correct code, the session and the waiting requests continue.
//! The same sheet asks for a one-time code when a request needs a recent proof of identity.

use contract::endpoints::GET_SESSION;
use leptos::task::spawn_local;

use super::lifetime::{ExpiryState, Now};
use super::state::SessionState;
use super::view::{SessionNotice, SessionStatus};
use crate::api::MissingAuth;
use crate::browser::clock;

/// The backend may refuse requests for lack of a session and at the same time report that the session is active. The
/// app then waits for this time, in milliseconds, before it sends the requests again. Without the delay, it would
/// repeat the two requests endlessly at full speed.
const CONTRADICTION_MS: i32 = 3_000;

impl SessionState {
    /// Records that the app has fetched the chunk that contains the renewal sheet, so the sheet can be shown from now
    /// on.
    pub fn set_renewal_sheet_ready(self) {
        self.inner().is_renewal_sheet_ready.set(true);
    }

    /// Whether the renewal sheet can be opened: a citizen is signed in, and the app has fetched the chunk that contains
    /// the sheet.
    pub fn can_request_renewal(self) -> bool {
        self.is_citizen() && self.inner().is_renewal_sheet_ready.get()
    }

    /// Opens the renewal sheet. Used before the session ends, or after the citizen has closed the sheet.
    pub fn request_renewal(self) {
        if self.can_request_renewal() {
            self.update_view(|view| view.status = SessionStatus::RenewalRequested);
        }
    }

    /// Closes the renewal sheet without a one-time code. If the session hasn't expired yet, it stays active.
    pub fn dismiss_renewal(self) {
        self.update_view(|view| view.dismiss_renewal());
    }

    /// Compares the end of the session with the current time. If the session ends soon, updates the warning about it.
    /// If the session should have ended, checks with the backend whether it has expired.
    pub(super) fn check_expiry(self) {
        let Some(lifetime) = self.inner().lifetime.get() else {
            return;
        };
        if !self.is_citizen() || self.view_untracked().status == SessionStatus::RenewalDismissed {
            return;
        }
        let now = Now::read();
        if self.inner().steps_back.replace(now.steps_back) != now.steps_back {
            // The counter of the browser may have stood still in the meantime, so only the backend knows how long.
            spawn_local(async move { drop(self.recheck().await) });
            return;
        }
        let warning = match lifetime.state(now.steady_ms, self.last_used_ms()) {
            ExpiryState::Active => None,
            ExpiryState::Warning(warning) => Some(warning),
            ExpiryState::Expired => return self.confirm_expiry(),
        };
        self.update_view(|view| view.expiry_warning = warning);
    }

    /// Asks the backend whether the session has really expired. The device's clock or a refused request suggests that
    /// it has, but another tab may have renewed the session meanwhile.
    fn confirm_expiry(self) {
        if self.inner().is_checking.get() || self.view_untracked().has_expired() {
            return;
        }
        self.inner().is_checking.set(true);
        spawn_local(async move {
            match self.api().get(&GET_SESSION, &[], "").await {
                Ok(Some(session)) => {
                    clock::wait_ms(CONTRADICTION_MS).await;
                    self.accept(session);
                }
                Ok(None) | Err(_) => self.expire(),
            }
            let inner = self.inner();
            inner.is_checking.set(false);
            inner.changed.notify_all();
        });
    }

    /// Marks the session as expired. On a shared device, signs the citizen out.
    pub(super) fn expire(self) {
        if !self.is_citizen() || self.view_untracked().has_expired() {
            return;
        }
        if self.is_device_shared_untracked() {
            return self.sign_out_with(SessionNotice::SharedDeviceExpired);
        }
        let is_sheet_ready = self.inner().is_renewal_sheet_ready.get();
        self.update_view(|view| view.expire(is_sheet_ready));
    }

    /// Asks the citizen to authenticate again, and waits until they have done so. Returns `false` when they decline.
    pub(super) async fn reauthenticate(self, missing: MissingAuth) -> bool {
        let inner = self.inner();
        let started_before = inner.started_sessions.get();
        match missing {
            MissingAuth::Session => self.confirm_expiry(),
            MissingAuth::RecentProof if inner.is_renewal_sheet_ready.get() => {
                self.update_view(|view| view.status = SessionStatus::ProofRequested);
            }
            MissingAuth::RecentProof => return false,
        }
        let outcome = || {
            if !self.is_citizen() {
                return Some(false);
            }
            match (self.view_untracked().status, missing) {
                (SessionStatus::RenewalDismissed, _) => Some(false),
                // The citizen has closed the renewal sheet, or entered the correct code. Only in the second case has a
                // new session begun.
                (SessionStatus::Active, MissingAuth::RecentProof) => {
                    Some(inner.started_sessions.get() != started_before)
                }
                (SessionStatus::Active, MissingAuth::Session) => {
                    (!inner.is_checking.get()).then_some(true)
                }
                (SessionStatus::ProofRequested | SessionStatus::RenewalRequested, _) => None,
            }
        };
        inner.changed.wait_for(outcome).await
    }
}
