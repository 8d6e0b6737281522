//! What follows a sign-in or a correct code. The page to open afterwards, `next`, is kept in the tab's storage while the
//! citizen enters a code. It comes from the URL, so it is checked when it is read and can't lead to another site.

use contract::challenge::{ChallengePurpose, CodeOutcome};
use contract::session::Session;

use super::purpose;
use super::single_sign_on::ERROR_PARAMETER;
use crate::browser::query;
use crate::browser::storage::BrowserStorage;
use crate::page::navigation::sign_in_and_continue_at;
use crate::routes;
use crate::session::SessionState;

/// Key of `next` in the storage of the tab.
const KEY: &str = "motcua-next";

/// Saves the parameter `next` of the sign-in page. If it is missing, deletes the saved one, unless an identity provider has
/// returned the citizen with an error: then they still want to go to the saved page.
pub(super) fn save_destination(search: &str) {
    match query::value(search, "next") {
        Some(next) => drop(BrowserStorage::Tab.set(KEY, &next)),
        None if query::value(search, ERROR_PARAMETER).is_some() => {}
        None => BrowserStorage::Tab.remove(KEY),
    }
}

/// The path of the sign-in page, with the saved `next`.
pub(super) fn sign_in_path() -> String {
    match BrowserStorage::Tab.get(KEY) {
        Some(next) => sign_in_and_continue_at(&routes::safe_next(Some(&next))),
        None => routes::sign_in(""),
    }
}

/// The saved `next`, or the default page.
pub(super) fn destination() -> String {
    routes::safe_next(BrowserStorage::Tab.get(KEY).as_deref())
}

/// Begins a session, marks the device as shared if the citizen checked «Máy dùng chung», and returns the path to open:
/// the saved `next`, or `default`.
pub(super) async fn begin_session(
    state: SessionState,
    session: Session,
    shared_device: bool,
    default: String,
) -> String {
    let next = BrowserStorage::Tab.get(KEY);
    BrowserStorage::Tab.remove(KEY);
    state.begin(session);
    if shared_device && state.set_device_shared(true).await.is_err() {
        // The citizen believes that nothing is kept on this device, so they must see that this failed.
        return routes::account(routes::NOT_SHARED);
    }
    next.map_or(default, |next| routes::safe_next(Some(&next)))
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
            let default = routes::dossiers("new", 1);
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
