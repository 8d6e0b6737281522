//! Texts that the citizen types about a dossier, saved in the tab until they are sent. So a reload, a refreshed dossier or
//! a dropped connection loses nothing.

use leptos::prelude::*;

use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;
use crate::reactive::effect;

/// A text that is saved in the tab. Each dossier and purpose has its own.
#[derive(Clone, Copy)]
pub(super) struct SavedText {
    /// The text as typed.
    pub(super) text: RwSignal<String>,
    storage_key: StoredValue<String>,
}

impl SavedText {
    /// The text that is saved for a purpose, for example `withdrawal`, and the dossier with this code. From now on, each
    /// change is saved at once.
    pub(super) fn load(purpose: &str, code: &str) -> Self {
        let storage_key = ["motcua-", purpose, "-", code].concat();
        let text = RwSignal::new(BrowserStorage::Tab.get(&storage_key).unwrap_or_default());
        let storage_key = StoredValue::new(storage_key);
        effect(move || {
            let text = text.get();
            storage_key.with_value(|key| match text.is_empty() {
                true => BrowserStorage::Tab.remove(key),
                // If the browser refuses, the text stays only while the page is open.
                false => drop(BrowserStorage::Tab.set(key, &text)),
            });
        });
        Self { text, storage_key }
    }

    /// The idempotency key of a request with this body. As long as the body stays the same, so does the key: a request
    /// that is repeated after a lost response, or after a reload, has no further effect.
    pub(super) fn request_key(self, body: &str) -> String {
        let storage_key = self.request_storage_key();
        let stored = BrowserStorage::Tab.get(&storage_key).unwrap_or_default();
        if let Some((key, known)) = stored.split_once('\n')
            && known == body
        {
            return key.to_owned();
        }
        let key = random_id::generate();
        BrowserStorage::Tab.set(&storage_key, &[&key, "\n", body].concat());
        key
    }

    /// Returns a function that forgets the text and the idempotency key. Get it before the request is sent, and call it
    /// when the request has succeeded: the page may show a newer dossier by then, so that this text is gone.
    pub(super) fn clearing(self) -> impl FnOnce() {
        let keys = [self.storage_key.get_value(), self.request_storage_key()];
        move || {
            for key in keys {
                BrowserStorage::Tab.remove(&key);
            }
            self.text.try_set(String::new());
        }
    }

    fn request_storage_key(self) -> String {
        self.storage_key.with_value(|key| [key, "-key"].concat())
    }
}
