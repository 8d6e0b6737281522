//! What stands in the fields of a delivery and isn't in the draft: a letter without a street, or one that is whole while
//! another way is chosen. It is no answer, so the server never gets it; the tab keeps it, and nothing that the draft has.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::open_draft::OpenDraft;
use crate::browser::storage::BrowserStorage;

/// What stands in the fields of a delivery, in their order.
pub(crate) type Texts = [String; 6];

/// How many lines a part takes on the shelf: its key, whether it is unfinished, its texts.
const LINES: usize = 8;

impl OpenDraft {
    /// Keeps what stands in the fields of a part's delivery, the first one's under an empty key, and whether a way is
    /// chosen there that isn't whole; or nothing of it any more.
    pub fn keep_fields(&self, part: &str, fields: Option<(bool, Texts)>) {
        let id = self.id();
        let mut all = read(&id);
        match fields {
            Some(fields) => all.insert(part.to_owned(), fields),
            None => all.remove(part),
        };
        let line = |(part, (unfinished, texts)): (&String, &(bool, Texts))| {
            let mark = if *unfinished { "1" } else { "" };
            [part, "\n", mark, "\n", &texts.join("\n")].concat()
        };
        let lines: Vec<String> = all.iter().map(line).collect();
        match lines.is_empty() {
            true => forget(&id),
            // A browser without storage forgets what is half done when the page is left.
            false => drop(BrowserStorage::Tab.set(&shelf_key(&id), &lines.join("\n"))),
        }
        let unfinished = unfinished_of(&all);
        if self
            .unfinished
            .with_untracked(|before| *before != unfinished)
        {
            self.unfinished.set(unfinished);
        }
    }

    /// What stood in the fields of a part's delivery, and whether it was unfinished.
    pub fn kept_fields(&self, part: &str) -> Option<(bool, Texts)> {
        read(&self.id()).remove(part)
    }
}

/// The parts whose delivery was left unfinished; the first one's key is empty.
pub(crate) fn left(id: &str) -> Vec<String> {
    unfinished_of(&read(id))
}

/// The draft is gone, or has all of it.
pub(crate) fn forget(id: &str) {
    BrowserStorage::Tab.remove(&shelf_key(id));
}

fn unfinished_of(all: &BTreeMap<String, (bool, Texts)>) -> Vec<String> {
    let unfinished = all.iter().filter(|(_, (unfinished, _))| *unfinished);
    unfinished.map(|(part, _)| part.clone()).collect()
}

fn read(id: &str) -> BTreeMap<String, (bool, Texts)> {
    let kept = BrowserStorage::Tab.get(&shelf_key(id)).unwrap_or_default();
    let lines: Vec<String> = kept.split('\n').map(str::to_owned).collect();
    let part = |lines: &[String]| {
        let (part, rest) = lines.split_first()?;
        let (mark, texts) = rest.split_first()?;
        let texts: Texts = texts.to_vec().try_into().ok()?;
        Some((part.clone(), (mark == "1", texts)))
    };
    lines.chunks(LINES).filter_map(part).collect()
}

fn shelf_key(id: &str) -> String {
    ["motcua-delivery-", id].concat()
}
