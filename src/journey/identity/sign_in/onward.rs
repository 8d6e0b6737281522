//! Where the citizen goes on to once the code was right. The path is kept in this tab through the code page; it is
//! checked when it is read, so an address made by somebody else leads nowhere outside the app.

use contract::challenge::{ChallengePurpose, CodeOutcome};
use contract::session::Session;

use super::purpose;
use super::single_sign_on::TROUBLE;
use crate::browser::query;
use crate::browser::storage::BrowserStorage;
use crate::page::navigation::sign_in_and_continue_at;
use crate::routes;
use crate::session::SessionState;

const KEY: &str = "motcua-next";

/// Keeps the `next` of the sign-in page's address. Without one an older one is forgotten, unless the citizen comes back
/// from an identity provider that let him down: then he still wants to go where he wanted.
pub(super) fn remember(search: &str) {
    match query::value(search, "next") {
        Some(next) => drop(BrowserStorage::Tab.set(KEY, &next)),
        None if query::value(search, TROUBLE).is_some() => {}
        None => BrowserStorage::Tab.remove(KEY),
    }
}

/// The sign-in page, with what is kept.
pub(super) fn sign_in_address() -> String {
    match BrowserStorage::Tab.get(KEY) {
        Some(next) => sign_in_and_continue_at(&routes::safe_next(Some(&next))),
        None => routes::sign_in(""),
    }
}

/// The page that the citizen wants to go on to.
pub(super) fn destination() -> String {
    routes::safe_next(BrowserStorage::Tab.get(KEY).as_deref())
}

/// The session begins, with «Máy dùng chung» where that was ticked. Gives the address to go on to.
pub(super) async fn enter(
    state: SessionState,
    session: Session,
    shared_device: bool,
    otherwise: String,
) -> String {
    let next = BrowserStorage::Tab.get(KEY);
    BrowserStorage::Tab.remove(KEY);
    state.begin(session);
    if shared_device && state.set_device_shared(true).await.is_err() {
        // He believes that nothing is kept here: he must see that it isn't so yet.
        return routes::account(routes::NOT_SHARED);
    }
    next.map_or(otherwise, |next| routes::safe_next(Some(&next)))
}

/// What was asked when the code was sent.
pub(super) struct Asked {
    /// Id of the challenge.
    pub(super) challenge: String,
    /// What the code is for.
    pub(super) purpose: ChallengePurpose,
    /// «Máy dùng chung» was ticked.
    pub(super) shared_device: bool,
}

/// What a right code brings; gives the address to go on to.
pub(super) async fn carry_out(session: SessionState, outcome: CodeOutcome, asked: Asked) -> String {
    match outcome {
        CodeOutcome::SignedIn { session: begun } => {
            let otherwise = routes::dossiers("new", 1);
            enter(session, begun, asked.shared_device, otherwise).await
        }
        CodeOutcome::SetPassword => purpose::password_address(asked.purpose, &asked.challenge),
        CodeOutcome::PhoneChanged { .. } => {
            // Not heard of now, the change is heard of with the next answer.
            drop(session.refresh().await);
            routes::account(routes::PHONE_CHANGED)
        }
        CodeOutcome::Closed => {
            // The session has ended with the account: what is left of it here goes too.
            session.sign_out();
            routes::account_closed()
        }
    }
}
