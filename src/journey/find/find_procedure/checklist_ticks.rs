//! Which components of the checklist the citizen has ticked as ready. The ticks are stored in this tab and are never
//! sent.

use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;

/// The ticks of one procedure's checklist. All copies share one state.
#[derive(Clone, Copy, Debug)]
pub struct Ticks {
    boxes: StoredValue<Vec<(String, RwSignal<bool>)>>,
    /// Key of the ticks in the tab's storage.
    storage_key: StoredValue<String>,
}

impl Ticks {
    /// Creates the ticks for the components with these codes. Components that were ticked earlier in this tab are
    /// ticked again.
    pub(super) fn restore(procedure: &str, codes: impl Iterator<Item = String>) -> Self {
        let key = ["motcua-checklist-", procedure].concat();
        let stored = BrowserStorage::Tab.get(&key).unwrap_or_default();
        let boxes = codes.map(|code| {
            let ticked = stored.lines().any(|line| line == code);
            (code, RwSignal::new(ticked))
        });
        Self {
            boxes: StoredValue::new(boxes.collect()),
            storage_key: StoredValue::new(key),
        }
    }

    /// A signal that holds whether the component with this code is ticked.
    pub(super) fn of(self, code: &str) -> RwSignal<bool> {
        let known = self.boxes.with_value(|boxes| {
            let found = boxes.iter().find(|(known, _)| known == code);
            found.map(|(_, ticked)| *ticked)
        });
        known.unwrap_or_else(|| RwSignal::new(false))
    }

    /// The codes of all ticked components.
    pub(super) fn ticked(self) -> Vec<String> {
        self.boxes.with_value(|boxes| {
            let ticked = boxes.iter().filter(|(_, ticked)| ticked.get_untracked());
            ticked.map(|(code, _)| code.clone()).collect()
        })
    }

    /// Writes the ticks to the tab's storage. Call it after each change.
    pub(super) fn save(self) {
        let lines = self.ticked().join("\n");
        // If the browser provides no storage, the ticks are lost when the citizen leaves the page.
        self.storage_key
            .with_value(|key| BrowserStorage::Tab.set(key, &lines));
    }
}
