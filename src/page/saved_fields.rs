//! The text fields of a form, saved in the storage of this tab. A reload, Back and a change of language lose nothing. The
//! texts are personal, so they are never kept longer than the tab is open.

use std::array;

use leptos::prelude::*;

use crate::api::parse_json;
use crate::browser::storage::BrowserStorage;

/// `N` text fields that are saved with each keystroke.
#[derive(Clone, Copy, Debug)]
pub struct SavedFields<const N: usize> {
    /// The texts of the fields, in the order in which they are saved.
    pub fields: [RwSignal<String>; N],
}

impl<const N: usize> SavedFields<N> {
    /// Loads the fields from the storage, or creates empty ones. The first `choices` fields always have a value, for example
    /// of radio buttons, so they alone are not worth saving.
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

    /// Empties all fields, and so removes them from the storage.
    pub fn clear(self) {
        for field in self.fields {
            field.set(String::new());
        }
    }
}

/// Not generic, so that all forms share one copy.
fn save(key: &str, texts: &[String], choices: usize) {
    if texts.iter().skip(choices).all(String::is_empty) {
        return BrowserStorage::Tab.remove(key);
    }
    if let Ok(json) = serde_json::to_string(texts) {
        // A browser that refuses storage keeps the texts while the page is open.
        BrowserStorage::Tab.set(key, &json);
    }
}
