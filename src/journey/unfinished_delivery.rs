//! A way to receive a result that is chosen and not whole yet, such as a letter without a street. It is no answer,
//! so the server never gets it; the tab keeps it until it is whole.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::open_draft::OpenDraft;
use crate::browser::storage::Shelf;

/// What stands in the fields of a delivery, in their order.
pub(super) type Texts = [String; 6];

impl OpenDraft {
    /// Keeps what isn't whole of a part's delivery, the first one's under an empty key; `None` when nothing is left
    /// unfinished.
    pub fn keep_unfinished(&self, part: &str, texts: Option<Texts>) {
        let id = self.id();
        let mut all = read(&id);
        match texts {
            Some(texts) => drop(all.insert(part.to_owned(), texts)),
            None => drop(all.remove(part)),
        }
        let lines = all
            .iter()
            .map(|(part, texts)| [part, "\n", &texts.join("\n")].concat());
        let lines: Vec<String> = lines.collect();
        match lines.is_empty() {
            true => Shelf::Tab.forget(&shelf_key(&id)),
            false => drop(Shelf::Tab.keep(&shelf_key(&id), &lines.join("\n"))),
        }
        if self.unfinished.get_untracked() == all.is_empty() {
            self.unfinished.set(!all.is_empty());
        }
    }

    /// What was left unfinished of a part's delivery.
    pub fn unfinished_texts(&self, part: &str) -> Option<Texts> {
        read(&self.id()).remove(part)
    }
}

/// Whether a draft was left with something unfinished.
pub(super) fn is_kept(id: &str) -> bool {
    Shelf::Tab.read(&shelf_key(id)).is_some()
}

/// The draft is gone.
pub(super) fn forget(id: &str) {
    Shelf::Tab.forget(&shelf_key(id));
}

/// Seven lines a part: its key and its texts.
fn read(id: &str) -> BTreeMap<String, Texts> {
    let kept = Shelf::Tab.read(&shelf_key(id)).unwrap_or_default();
    let mut lines = kept.split('\n').map(str::to_owned);
    let mut all = BTreeMap::new();
    while let Some(part) = lines.next() {
        let texts: Vec<String> = lines.by_ref().take(6).collect();
        if let Ok(texts) = texts.try_into() {
            all.insert(part, texts);
        }
    }
    all
}

fn shelf_key(id: &str) -> String {
    ["motcua-delivery-", id].concat()
}
