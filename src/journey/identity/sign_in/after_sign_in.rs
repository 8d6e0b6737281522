//! What follows a sign-in or a correct code.
//!
//! A correct code may begin a session, allow a password to be set, change the phone, or close the account; each leads to its
//! own page.

use contract::challenge::{ChallengePurpose, CodeOutcome};
use contract::session::Session;

use super::next_page;
use super::purpose;
use crate::routes;
use crate::session::SessionState;

/// Begins a session, marks the device as shared if the citizen checked «Máy dùng chung», and returns the path to open:
/// the saved `next`, or `default`.
pub(super) async fn begin_session(
    state: SessionState,
    session: Session,
    shared_device: bool,
    default: String,
) -> String {
    let next = next_page::take_destination();
    state.begin(session);
    if shared_device && state.set_device_shared(true).await.is_err() {
        // The citizen believes that nothing is kept on this device, so they must see that this failed.
        return routes::account(routes::NOT_SHARED);
    }
    next.unwrap_or(default)
}

/// A challenge that was answered with a code.
pub(super) struct AnsweredChallenge {
    /// Its id.
    pub(super) id: String,
    /// What the code was for.
    pub(super) purpose: ChallengePurpose,
    /// Whether the citizen checked «Máy dùng chung».
    pub(super) shared_device: bool,
}

/// Applies the outcome of a correct code, and returns the path to open.
pub(super) async fn apply_outcome(
    session: SessionState,
    outcome: CodeOutcome,
    challenge: AnsweredChallenge,
) -> String {
    match outcome {
        CodeOutcome::SignedIn { session: begun } => {
            let default = routes::my_dossiers("new", 1);
            begin_session(session, begun, challenge.shared_device, default).await
        }
        CodeOutcome::SetPassword => purpose::password_path(challenge.purpose, &challenge.id),
        CodeOutcome::PhoneChanged { .. } => {
            // If this fails, the next answer of the backend brings the new phone.
            drop(session.refresh().await);
            routes::account(routes::PHONE_CHANGED)
        }
        CodeOutcome::Closed => {
            // The session has ended with the account, so its data in this browser is deleted.
            session.sign_out();
            routes::account_closed()
        }
    }
}
