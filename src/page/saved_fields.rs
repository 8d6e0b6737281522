//! The text fields of a form, which are stored in this tab's storage. So a reload, the Back button or a change of
//! language loses no typed text. The texts are personal, so the storage of the tab is used: the browser deletes it when
//! the tab is closed.

use std::collections::BTreeMap;

use domain::json::parse_json;
use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::reactive::effect;

/// The texts of a form, by the names of their fields.
type SavedTexts = BTreeMap<String, String>;

/// The fields of a form while the form is set up. [`save_changes`](Self::save_changes) ends the setup.
pub struct SavedFields {
    /// The key in the tab's storage.
    key: &'static str,
    /// The texts that the tab's storage held.
    stored: SavedTexts,
    fields: Vec<Field>,
}

/// One text field.
struct Field {
    /// The name under which the text is stored.
    name: &'static str,
    text: RwSignal<String>,
    /// Whether the field is a choice, for example radio buttons, which always has a value.
    is_choice: bool,
}

impl SavedFields {
    /// Reads the texts that are stored in this tab under `key`.
    pub fn load(key: &'static str) -> Self {
        let stored = BrowserStorage::Tab.get(key);
        let stored = stored.and_then(|json| parse_json(&json));
        Self {
            key,
            stored: stored.unwrap_or_default(),
            fields: Vec::new(),
        }
    }

    /// Adds a text field. Its text is the stored one, or empty.
    pub fn text(&mut self, name: &'static str) -> RwSignal<String> {
        self.add(name, false)
    }

    /// Adds a field that always has a value, for example radio buttons. If only such fields have a value, nothing is
    /// stored.
    pub fn choice(&mut self, name: &'static str) -> RwSignal<String> {
        self.add(name, true)
    }

    fn add(&mut self, name: &'static str, is_choice: bool) -> RwSignal<String> {
        let text = RwSignal::new(self.stored.remove(name).unwrap_or_default());
        self.fields.push(Field {
            name,
            text,
            is_choice,
        });
        text
    }

    /// Stores each further change at once. Returns a function that makes all fields empty, which also removes the stored
    /// texts.
    pub fn save_changes(self) -> impl Fn() + Copy + Send + Sync + 'static {
        let Self { key, fields, .. } = self;
        let fields = StoredValue::new(fields);
        effect(move || fields.with_value(|fields| save(key, fields)));
        move || {
            fields.with_value(|fields| {
                for field in fields {
                    field.text.set(String::new());
                }
            });
        }
    }
}

/// Stores the texts of the fields. Reading them is tracked.
fn save(key: &str, fields: &[Field]) {
    let mut texts = SavedTexts::new();
    let mut has_text = false;
    for field in fields {
        let text = field.text.get();
        has_text |= !field.is_choice && !text.is_empty();
        texts.insert(field.name.to_owned(), text);
    }
    if !has_text {
        return BrowserStorage::Tab.remove(key);
    }
    if let Ok(json) = serde_json::to_string(&texts) {
        // If the browser refuses, the texts are kept only while the page is open.
        BrowserStorage::Tab.set(key, &json);
    }
}
