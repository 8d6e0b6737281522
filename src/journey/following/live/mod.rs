//! New states that arrive while a page is open.

/// Announces what has changed to screen readers.
mod announcement;
/// Asks the backend from time to time, if it can't tell of changes by itself.
mod polling;
/// What a page does with the response to a refresh.
mod refresh;
/// The number of unread notices.
pub(super) mod unread;
/// Tells a page when something has changed.
mod watch_changes;

pub(super) use announcement::{change_announcement, list_changes, new_status};
pub(super) use refresh::keeps_page;
pub(super) use watch_changes::watch_changes;
