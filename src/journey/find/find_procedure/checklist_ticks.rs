//! Which components of the checklist the citizen has ticked as ready. The ticks are never sent. The tab stores them only
//! if the citizen files for themselves: another person's documents must not be ticked for the next person.

use contract::draft::ForWhom;
use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;

/// The ticks of one procedure's checklist. All copies share one state.
#[derive(Clone, Copy, Debug)]
pub struct Ticks {
    boxes: StoredValue<Vec<(String, RwSignal<bool>)>>,
    /// Key of the ticks in the tab's storage.
    storage_key: StoredValue<String>,
    /// Codes of the components that were ticked before the page was opened.
    earlier: StoredValue<Vec<String>>,
    /// For whom the citizen files.
    for_whom: StoredValue<ForWhom>,
}

impl Ticks {
    /// Creates the ticks for the components with these codes. If the citizen files for themselves, components that were
    /// ticked earlier in this tab are ticked again.
    pub(super) fn restore(
        procedure: &str,
        for_whom: ForWhom,
        codes: impl Iterator<Item = String>,
    ) -> Self {
        let key = ["motcua-checklist-", procedure].concat();
        let stored = BrowserStorage::Tab.get(&key).unwrap_or_default();
        let earlier: Vec<String> = stored.lines().map(str::to_owned).collect();
        let boxes = codes.map(|code| {
            let ticked = for_whom == ForWhom::Oneself && earlier.contains(&code);
            (code, RwSignal::new(ticked))
        });
        Self {
            boxes: StoredValue::new(boxes.collect()),
            storage_key: StoredValue::new(key),
            earlier: StoredValue::new(earlier),
            for_whom: StoredValue::new(for_whom),
        }
    }

    /// Call it when the citizen says for whom they file. The documents that they have ticked on this page belong to that
    /// person; those that were ticked earlier belong to the citizen.
    pub(super) fn set_for_whom(self, for_whom: ForWhom) {
        self.for_whom.set_value(for_whom);
        let is_own = for_whom == ForWhom::Oneself;
        let earlier = self.earlier.get_value();
        for code in &earlier {
            self.of(code).set(is_own);
        }
        if is_own {
            self.save();
        } else {
            self.store(&earlier);
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

    /// Writes the ticks to the tab's storage, if the citizen files for themselves. Call it after each change.
    pub(super) fn save(self) {
        if self.for_whom.get_value() == ForWhom::Oneself {
            self.store(&self.ticked());
        }
    }

    fn store(self, codes: &[String]) {
        // If the browser provides no storage, the ticks are lost when the citizen leaves the page.
        self.storage_key
            .with_value(|key| BrowserStorage::Tab.set(key, &codes.join("\n")));
    }
}
