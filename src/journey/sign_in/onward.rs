//! Where the citizen goes on to once signed in. The path is kept in this tab through the code page; it is
//! checked when it is read, so an address made by somebody else leads nowhere outside the app.

use contract::session::Session;

use super::single_sign_on::TROUBLE;
use crate::browser::query;
use crate::browser::storage::Shelf;
use crate::journey::going::sign_in_then;
use crate::routes;
use crate::session::SessionState;

const KEY: &str = "motcua-next";

/// Keeps the `next` of the sign-in page's address. Without one an older one is forgotten, unless the citizen comes back
/// from an identity provider that let him down: then he still wants to go where he wanted.
pub(super) fn remember(search: &str) {
    match query::value(search, "next") {
        Some(next) => drop(Shelf::Tab.keep(KEY, &next)),
        None if query::value(search, TROUBLE).is_some() => {}
        None => Shelf::Tab.forget(KEY),
    }
}

/// The sign-in page, with what is kept.
pub(super) fn sign_in_address() -> String {
    match Shelf::Tab.read(KEY) {
        Some(next) => sign_in_then(&routes::safe_next(Some(&next))),
        None => routes::sign_in(""),
    }
}

/// The page that the citizen wants to go on to.
pub(super) fn destination() -> String {
    routes::safe_next(Shelf::Tab.read(KEY).as_deref())
}

/// The session begins. Gives the address to go on to.
pub(super) fn enter(state: SessionState, session: Session, otherwise: String) -> String {
    let next = Shelf::Tab.read(KEY);
    Shelf::Tab.forget(KEY);
    state.begin(session);
    next.map_or(otherwise, |next| routes::safe_next(Some(&next)))
}
