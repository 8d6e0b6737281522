//! What the app does after a sign-in or after a correct one-time code.
//!
//! A correct code may begin a session, allow the citizen to set a password, change the phone number, or close the
//! account. After each of these, another page opens.

use contract::challenge::{ChallengePurpose, CodeOutcome};
use contract::session::Session;

use super::next_page;
use super::purpose;
use crate::journey::identity::last_outcome::LastOutcome;
use crate::routes;
use crate::session::SessionState;

/// Begins a session. If the citizen has checked «Máy dùng chung», marks the device as shared. Returns the path to open:
/// the stored `next` path of the sign-in page, or `default` if there is none.
pub(super) async fn begin_session(
    state: SessionState,
    session: Session,
    shared_device: bool,
    default: String,
) -> String {
    let next = next_page::take_destination();
    state.begin(session);
    if shared_device && state.set_device_shared(true).await.is_err() {
        // The device could not be marked as shared. The citizen expects that nothing is stored on this device, so the
        // account page shows them a warning.
        LastOutcome::DeviceNotShared.keep();
        return routes::account();
    }
    next.unwrap_or(default)
}

/// A challenge for which the citizen has entered the correct code.
pub(super) struct AnsweredChallenge {
    /// Id of the challenge.
    pub(super) id: String,
    /// What the one-time code was for.
    pub(super) purpose: ChallengePurpose,
    /// Whether the citizen checked «Máy dùng chung».
    pub(super) shared_device: bool,
}

/// Does what a correct code allows, for example begins the session. Returns the path to open.
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
            // If the request that refreshes the session fails, the new phone number appears with the next successful
            // response of the backend.
            drop(session.refresh().await);
            LastOutcome::PhoneChanged.keep();
            routes::account()
        }
        CodeOutcome::EmailChanged { .. } => {
            drop(session.refresh().await);
            LastOutcome::EmailChanged.keep();
            routes::notice_settings()
        }
        CodeOutcome::PhoneLeaves { leaves_on } => {
            LastOutcome::PhoneLeaves(leaves_on).keep();
            routes::phone_release()
        }
        CodeOutcome::PhoneFree => {
            LastOutcome::PhoneFree.keep();
            routes::phone_release()
        }
        CodeOutcome::Other => {
            // The backend knows what the code led to. The account page shows the state after it.
            drop(session.refresh().await);
            routes::account()
        }
        CodeOutcome::Closed => {
            // The session has ended together with the account. So its data in this browser is deleted.
            session.sign_out();
            LastOutcome::AccountClosed.keep();
            routes::account_closed()
        }
    }
}
