//! The page to open after a sign-in: the parameter `next` of the sign-in page. It is kept in the tab's storage while the
//! citizen enters a code. Anyone can write a URL, so `next` is checked when it is read and can't lead to another site.

use crate::browser::query;
use crate::browser::storage::BrowserStorage;
use crate::page::navigation::sign_in_and_continue_at;
use crate::routes;

/// The query parameter of the sign-in page that names an error of an identity provider.
pub(super) const ERROR_PARAMETER: &str = "trouble";

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

/// Takes the saved `next` out of the storage. `None` if there is none.
pub(super) fn take_destination() -> Option<String> {
    let next = BrowserStorage::Tab.get(KEY)?;
    BrowserStorage::Tab.remove(KEY);
    Some(routes::safe_next(Some(&next)))
}
