//! The data about the session that pages show, and how it changes. The functions are pure: they use neither the browser
//! nor the backend.

use super::lifetime::ExpiryWarning;

/// Whether the session is active, and whether the renewal sheet is open. This sheet covers the page and asks for a
/// one-time code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionStatus {
    /// The session is active, as far as the app knows.
    Active,
    /// The session is active. The renewal sheet is open, because a request needs a recent proof of identity.
    ProofRequested,
    /// The session has expired or ends soon. The renewal sheet is open.
    RenewalRequested,
    /// The session has expired, and the citizen has closed the renewal sheet.
    RenewalDismissed,
}

/// A notice about a session that ended without an action of the citizen in this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionNotice {
    /// The citizen signed out in another tab.
    SignedOutElsewhere,
    /// Another citizen signed in in another tab.
    OtherCitizen,
    /// The session on a shared device expired.
    SharedDeviceExpired,
    /// The page was reloaded. The bearer token was only in the page's memory, so it is lost.
    TokenLost,
}

/// The data about the session that pages show, except the account. The fields share one signal, because each further
/// type of signal adds code to the wasm of the first screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SessionView {
    pub(super) status: SessionStatus,
    pub(super) expiry_warning: Option<ExpiryWarning>,
    pub(super) is_device_shared: bool,
    pub(super) notice: Option<SessionNotice>,
    /// The time until which the server may still have the session, in milliseconds since 1970. `None` unless the
    /// request that signs out has failed.
    pub(super) unconfirmed_sign_out: Option<f64>,
    /// The number of sign-outs that the server has confirmed since the page was opened.
    pub(super) confirmed_sign_outs: u32,
}

impl SessionView {
    /// Creates the data that pages show before the backend has responded.
    pub(super) const fn new(notice: Option<SessionNotice>) -> Self {
        Self {
            status: SessionStatus::Active,
            expiry_warning: None,
            is_device_shared: false,
            notice,
            unconfirmed_sign_out: None,
            confirmed_sign_outs: 0,
        }
    }

    /// Whether the session has expired. The status `RenewalRequested` alone doesn't mean that it has: the citizen may
    /// also renew the session earlier, while the warning is shown.
    pub(super) const fn has_expired(&self) -> bool {
        matches!(
            self.status,
            SessionStatus::RenewalRequested | SessionStatus::RenewalDismissed
        ) && self.expiry_warning.is_none()
    }

    /// Updates the data after a response that describes an active session. `was_guest` is `true` if nobody was signed
    /// in before. `ProofRequested` doesn't change, because the response doesn't prove that the citizen is at the
    /// device.
    pub(super) fn accept(&mut self, is_device_shared: bool, was_guest: bool) {
        if self.status != SessionStatus::ProofRequested {
            self.status = SessionStatus::Active;
        }
        self.expiry_warning = None;
        self.is_device_shared = is_device_shared;
        if was_guest {
            self.notice = None;
        }
    }

    /// Updates the data when the session has expired. Opens the renewal sheet if `is_sheet_ready`, that is, if the app
    /// has fetched the chunk that contains the sheet.
    pub(super) fn expire(&mut self, is_sheet_ready: bool) {
        self.status = match is_sheet_ready {
            true => SessionStatus::RenewalRequested,
            false => SessionStatus::RenewalDismissed,
        };
        self.expiry_warning = None;
    }

    /// Updates the data when the citizen has closed the renewal sheet. A session that hasn't expired yet stays active.
    pub(super) fn dismiss_renewal(&mut self) {
        self.status = match (self.status, self.expiry_warning) {
            (SessionStatus::RenewalRequested, None) => SessionStatus::RenewalDismissed,
            (SessionStatus::ProofRequested, _) | (SessionStatus::RenewalRequested, Some(_)) => {
                SessionStatus::Active
            }
            (unchanged, _) => unchanged,
        };
    }

    /// Updates the data when the citizen has signed out. `notice` is `None` if they signed out themselves in this tab.
    pub(super) fn sign_out(&mut self, notice: Option<SessionNotice>) {
        self.status = SessionStatus::Active;
        self.expiry_warning = None;
        self.is_device_shared = false;
        self.notice = notice;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARNING: ExpiryWarning = ExpiryWarning {
        at_ms: 0.0,
        minutes: 1,
        is_absolute: true,
    };

    #[test]
    fn closing_the_sheet_leaves_an_expired_session_expired_and_another_active() {
        let mut expired = SessionView::new(None);
        expired.expire(true);
        expired.dismiss_renewal();
        assert_eq!(expired.status, SessionStatus::RenewalDismissed);
        assert!(expired.has_expired());

        let mut renewed_early = SessionView::new(None);
        renewed_early.expiry_warning = Some(WARNING);
        renewed_early.status = SessionStatus::RenewalRequested;
        assert!(!renewed_early.has_expired());
        renewed_early.dismiss_renewal();
        assert_eq!(renewed_early.status, SessionStatus::Active);
    }

    #[test]
    fn an_answer_of_the_server_is_no_proof_of_identity() {
        let mut view = SessionView::new(None);
        view.status = SessionStatus::ProofRequested;
        view.accept(false, false);
        assert_eq!(view.status, SessionStatus::ProofRequested);
    }

    #[test]
    fn a_notice_stays_until_the_next_sign_in() {
        let mut view = SessionView::new(Some(SessionNotice::OtherCitizen));
        view.accept(false, false);
        assert_eq!(view.notice, Some(SessionNotice::OtherCitizen));
        view.accept(false, true);
        assert_eq!(view.notice, None);
    }
}
