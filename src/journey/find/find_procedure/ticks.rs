//! Which papers the citizen already has. The ticks stay in the tab and are never sent.

use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;

/// The ticks of one procedure's checklist.
#[derive(Clone, Copy, Debug)]
pub struct Ticks {
    boxes: StoredValue<Vec<(String, RwSignal<bool>)>>,
    shelf: StoredValue<String>,
}

impl Ticks {
    /// As this tab left them, for the papers of these codes.
    pub(super) fn remembered(procedure: &str, codes: impl Iterator<Item = String>) -> Self {
        let shelf = ["motcua-papers-", procedure].concat();
        let kept = BrowserStorage::Tab.get(&shelf).unwrap_or_default();
        let boxes = codes.map(|code| {
            let ticked = kept.lines().any(|line| line == code);
            (code, RwSignal::new(ticked))
        });
        Self {
            boxes: StoredValue::new(boxes.collect()),
            shelf: StoredValue::new(shelf),
        }
    }

    /// Whether one paper is there.
    pub(super) fn of(self, code: &str) -> RwSignal<bool> {
        let known = self.boxes.with_value(|boxes| {
            let found = boxes.iter().find(|(known, _)| known == code);
            found.map(|(_, ticked)| *ticked)
        });
        known.unwrap_or_else(|| RwSignal::new(false))
    }

    /// Codes of the papers that are there.
    pub(super) fn ticked(self) -> Vec<String> {
        self.boxes.with_value(|boxes| {
            let there = boxes.iter().filter(|(_, ticked)| ticked.get_untracked());
            there.map(|(code, _)| code.clone()).collect()
        })
    }

    /// A tick was set or taken away.
    pub(super) fn keep(self) {
        let lines = self.ticked().join("\n");
        // A browser without storage forgets the ticks with the page.
        self.shelf
            .with_value(|shelf| BrowserStorage::Tab.set(shelf, &lines));
    }
}
