//! A way to receive the result that is chosen and not whole yet, such as a letter without a street. It is no answer,
//! so the server never gets it; the tab keeps it until it is whole.

use leptos::prelude::*;

use super::open_draft::OpenDraft;
use crate::browser::storage::Shelf;

/// What stands in the fields of the delivery, in their order.
pub(super) type Texts = [String; 6];

impl OpenDraft {
    /// Keeps what isn't whole; `None` when nothing is left unfinished.
    pub fn keep_unfinished(&self, texts: Option<Texts>) {
        let key = shelf_key(&self.id());
        match &texts {
            Some(texts) => drop(Shelf::Tab.keep(&key, &texts.join("\n"))),
            None => Shelf::Tab.forget(&key),
        }
        if self.unfinished.get_untracked() != texts.is_some() {
            self.unfinished.set(texts.is_some());
        }
    }

    /// What was left unfinished.
    pub fn unfinished_texts(&self) -> Option<Texts> {
        let kept = Shelf::Tab.read(&shelf_key(&self.id()))?;
        let texts: Vec<String> = kept.split('\n').map(str::to_owned).collect();
        texts.try_into().ok()
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

fn shelf_key(id: &str) -> String {
    ["motcua-delivery-", id].concat()
}
