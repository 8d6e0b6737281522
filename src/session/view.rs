//! The parts of the session that pages show, and how they change. It is pure: it knows no browser and no backend.

use super::lifetime::ExpiryWarning;

/// Whether the session is active, and whether the renewal sheet is open. The sheet covers the page and asks for a one-time
/// code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionStatus {
    /// The session is active, as far as the app knows.
    Active,
    /// The session is active. The sheet is open, because the next request needs a recent proof of identity.
    ProofRequested,
    /// The session has expired or is about to. The sheet is open.
    RenewalRequested,
    /// The session has expired, and the citizen has closed the sheet.
    RenewalDismissed,
}

/// A message about a session that ended without an action of the citizen in this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionNotice {
    /// The citizen signed out in another tab.
    SignedOutElsewhere,
    /// Another citizen signed in in another tab.
    OtherCitizen,
    /// The session on a shared device expired.
    SharedDeviceExpired,
    /// The page was reloaded, and its memory held the only copy of the bearer token.
    TokenLost,
}

/// The parts of the session that pages show, other than the account. They are one value in one signal, because each type
/// of signal adds code to the wasm of the first screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SessionView {
    pub(super) status: SessionStatus,
    pub(super) expiry_warning: Option<ExpiryWarning>,
    pub(super) is_device_shared: bool,
    pub(super) notice: Option<SessionNotice>,
    /// Until when the session may still exist at the server, in milliseconds since 1970. Set only while a sign-out could not
    /// be sent.
    pub(super) unconfirmed_sign_out: Option<f64>,
    /// How many sign-outs the server has confirmed since the page was opened.
    pub(super) confirmed_sign_outs: u32,
}

impl SessionView {
    /// The view before the backend has answered.
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

    /// Whether the session has expired. A renewal may also be requested before the end, while the warning is shown.
    pub(super) const fn has_expired(&self) -> bool {
        matches!(
            self.status,
            SessionStatus::RenewalRequested | SessionStatus::RenewalDismissed
        ) && self.expiry_warning.is_none()
    }

    /// The session has started or goes on. `was_guest` tells whether nobody was signed in before. A requested proof of
    /// identity stays requested: the answer of the server doesn't prove that the citizen is here.
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

    /// The session has expired. The sheet opens if it can be drawn.
    pub(super) fn expire(&mut self, is_sheet_ready: bool) {
        self.status = match is_sheet_ready {
            true => SessionStatus::RenewalRequested,
            false => SessionStatus::RenewalDismissed,
        };
        self.expiry_warning = None;
    }

    /// The citizen has closed the sheet. A session that hasn't expired yet goes on.
    pub(super) fn dismiss_renewal(&mut self) {
        self.status = match (self.status, self.expiry_warning) {
            (SessionStatus::RenewalRequested, None) => SessionStatus::RenewalDismissed,
            (SessionStatus::ProofRequested, _) | (SessionStatus::RenewalRequested, Some(_)) => {
                SessionStatus::Active
            }
            (unchanged, _) => unchanged,
        };
    }

    /// The citizen has signed out.
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
