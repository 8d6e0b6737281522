//! The text fields of a form, which are stored in this tab's storage. So a reload, the Back button or a change of
//! language loses no typed text. The texts are personal, so the storage of the tab is used: the browser deletes it when
//! the tab is closed.

use std::array;

use leptos::prelude::*;

use crate::api::parse_json;
use crate::browser::storage::BrowserStorage;

/// `N` text fields. Each change is stored at once.
#[derive(Clone, Copy, Debug)]
pub struct SavedFields<const N: usize> {
    /// The texts of the fields. The order must not change, because the texts are stored without names.
    pub fields: [RwSignal<String>; N],
}

impl<const N: usize> SavedFields<N> {
    /// Loads the fields from the tab's storage, or creates empty fields. The first `choices` fields are choices, for
    /// example radio buttons, which always have a value. If only these fields have a value, nothing is stored.
    pub fn load(key: &'static str, choices: usize) -> Self {
        let saved = BrowserStorage::Tab.get(key);
        let saved: Option<Vec<String>> = saved.and_then(|text| parse_json(&text));
        let mut saved = saved.unwrap_or_default().into_iter();
        let fields = array::from_fn(|_| RwSignal::new(saved.next().unwrap_or_default()));
        Effect::new(move |_| {
            let texts: Vec<String> = fields.iter().map(|field| field.get()).collect();
            save(key, &texts, choices);
        });
        Self { fields }
    }

    /// Makes all fields empty, which also removes the stored texts.
    pub fn clear(self) {
        for field in self.fields {
            field.set(String::new());
        }
    }
}

/// Stores the texts. The function isn't generic, so that all forms share one compiled copy.
fn save(key: &str, texts: &[String], choices: usize) {
    if texts.iter().skip(choices).all(String::is_empty) {
        return BrowserStorage::Tab.remove(key);
    }
    if let Ok(json) = serde_json::to_string(texts) {
        // If the browser refuses, the texts are kept only while the page is open.
        BrowserStorage::Tab.set(key, &json);
    }
}
