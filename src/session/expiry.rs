//! What happens when a session expires under an open page. The page stays mounted, and requests wait. A sheet over the page
//! asks for a one-time code; with the right code the session and the requests go on. The same sheet asks for a code when a
//! request needs a recent proof of identity.

use contract::endpoints::GET_SESSION;
use leptos::task::spawn_local;

use super::lifetime::ExpiryState;
use super::state::SessionState;
use super::view::{SessionNotice, SessionStatus};
use crate::api::MissingAuth;
use crate::browser::clock;

/// How long to wait, in milliseconds, before requests are sent again that the server refused for lack of a session although
/// it also says that the session is active. Without it the two answers could alternate at full speed.
const CONTRADICTION_MS: i32 = 3_000;

impl SessionState {
    /// Declares that the renewal sheet can be drawn from now on.
    pub fn set_renewal_sheet_ready(self) {
        self.inner().is_renewal_sheet_ready.set(true);
    }

    /// Whether a renewal can be requested: a citizen is signed in, and the sheet can be drawn.
    pub fn can_request_renewal(self) -> bool {
        self.is_citizen() && self.inner().is_renewal_sheet_ready.get()
    }

    /// Opens the sheet, after the citizen has closed it or before the session ends.
    pub fn request_renewal(self) {
        if self.can_request_renewal() {
            self.update_view(|view| view.status = SessionStatus::RenewalRequested);
        }
    }

    /// Closes the sheet without a code. A session that hasn't expired yet goes on.
    pub fn dismiss_renewal(self) {
        self.update_view(|view| view.dismiss_renewal());
    }

    /// Compares the session's lifetime with the clock.
    pub(super) fn check_expiry(self) {
        let Some(lifetime) = self.inner().lifetime.get() else {
            return;
        };
        if !self.is_citizen() || self.view_untracked().status == SessionStatus::RenewalDismissed {
            return;
        }
        let warning = match lifetime.state(clock::now_ms(), self.last_used_ms()) {
            ExpiryState::Active => None,
            ExpiryState::Warning(warning) => Some(warning),
            ExpiryState::Expired => return self.confirm_expiry(),
        };
        self.update_view(|view| view.expiry_warning = warning);
    }

    /// Asks the backend whether the session has expired, as the clock or a refused request suggests. Another tab may have
    /// renewed it meanwhile.
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

    /// The session has expired. On a shared device the citizen is signed out.
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

    /// Asks the citizen to authenticate again, and waits for it. `false` when they decline.
    pub(super) async fn reauthenticate(self, missing: MissingAuth) -> bool {
        let inner = self.inner();
        let begun_before = inner.begun_sessions.get();
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
                // The sheet is closed. A new session has begun only if the code was right.
                (SessionStatus::Active, MissingAuth::RecentProof) => {
                    Some(inner.begun_sessions.get() != begun_before)
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
