//! The drafts that the citizen deleted in «Hồ sơ của tôi». The wing `following` adds each deleted draft to this list.
//! The wing `filing` reads the list and closes its own copy of each draft. With the list, neither wing needs to import
//! the other.

use leptos::prelude::*;

use crate::reactive::effect;

/// The ids of all drafts that were deleted since the app was opened. Provided as a context for the whole app.
#[derive(Clone, Copy, Debug)]
pub struct DeletedDrafts(RwSignal<Vec<String>>);

impl DeletedDrafts {
    /// Creates an empty list.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Adds the id of a draft that was deleted on the server.
    pub fn add(self, id: &str) {
        self.0.update(|ids| ids.push(id.to_owned()));
    }

    /// Calls `close` with the id of every deleted draft, now and again after each further deletion. So `close` may get
    /// the same id several times.
    pub fn each(self, close: impl Fn(&str) + 'static) {
        effect(move || {
            self.0.with(|ids| {
                for id in ids {
                    untrack(|| close(id));
                }
            });
        });
    }
}

impl Default for DeletedDrafts {
    fn default() -> Self {
        Self::new()
    }
}

/// The list of deleted drafts, from the context of the app.
pub fn use_deleted_drafts() -> DeletedDrafts {
    use_context::<DeletedDrafts>().unwrap_or_default()
}
