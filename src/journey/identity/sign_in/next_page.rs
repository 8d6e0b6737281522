//! Stores which page opens after a sign-in. The sign-in page receives it in the query parameter `next`. It is kept in
//! the tab's storage while the citizen enters a one-time code. Anyone can write a URL, so `next` is checked whenever it
//! is read: it can't lead to another site.

use crate::browser::query;
use crate::browser::storage::BrowserStorage;
use crate::page::navigation::sign_in_and_continue_at;
use crate::routes;

/// The query parameter of the sign-in page that contains the error of an identity provider.
pub(super) const ERROR_PARAMETER: &str = "trouble";

/// Key of the stored `next` path in the tab's storage (`sessionStorage`).
const KEY: &str = "motcua-next";

/// Stores the query parameter `next` of the sign-in page. If the parameter is missing, deletes the stored path, with
/// one exception: if an identity provider has sent the citizen back with an error, the path is kept, because the
/// citizen still wants to go there.
pub(super) fn save_destination(search: &str) {
    match query::value(search, "next") {
        Some(next) => drop(BrowserStorage::Tab.set(KEY, &next)),
        None if query::value(search, ERROR_PARAMETER).is_some() => {}
        None => BrowserStorage::Tab.remove(KEY),
    }
}

/// The path of the sign-in page, with the stored `next` path as its parameter.
pub(super) fn sign_in_path() -> String {
    match BrowserStorage::Tab.get(KEY) {
        Some(next) => sign_in_and_continue_at(&routes::safe_next(Some(&next))),
        None => routes::sign_in(""),
    }
}

/// The stored `next` path, or the default page if there is none.
pub(super) fn destination() -> String {
    routes::safe_next(BrowserStorage::Tab.get(KEY).as_deref())
}

/// Returns the stored `next` path and removes it from the storage. `None` if there is none.
pub(super) fn take_destination() -> Option<String> {
    let next = BrowserStorage::Tab.get(KEY)?;
    BrowserStorage::Tab.remove(KEY);
    Some(routes::safe_next(Some(&next)))
}
