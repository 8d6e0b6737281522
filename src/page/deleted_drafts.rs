//! Drafts that the citizen deleted in «Hồ sơ của tôi». The wing that files reads this list to close its copy of each
//! draft; the wing that follows writes to it. So neither wing needs to import the other.

use leptos::prelude::*;

/// The ids of all drafts deleted since the app was opened, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct DeletedDrafts(RwSignal<Vec<String>>);

impl DeletedDrafts {
    /// No draft is deleted yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Records that the server no longer has this draft.
    pub fn add(self, id: &str) {
        self.0.update(|ids| ids.push(id.to_owned()));
    }

    /// Runs `close` with the id of each deleted draft, whenever one is added. An id may come several times.
    pub fn each(self, close: impl Fn(&str) + 'static) {
        Effect::new(move |_| {
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

/// Reads the list from the context.
pub fn use_deleted_drafts() -> DeletedDrafts {
    use_context::<DeletedDrafts>().unwrap_or_default()
}
