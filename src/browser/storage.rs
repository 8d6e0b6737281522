//! Small texts in the browser's storage. A browser may refuse storage (private mode, in-app browsers), so each call reports
//! it. On a device that several people share, personal texts stay in the page's memory and never reach the storage.

use std::cell::RefCell;

use web_sys::Storage;

/// The two storages of a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserStorage {
    /// `sessionStorage`: until this tab closes. For personal texts.
    Tab,
    /// `localStorage`: without an end. For settings such as the language, never for personal texts.
    Device,
}

/// Texts with their keys. A list is the smallest code for the few there are.
type Texts = Vec<(String, String)>;

thread_local! {
    /// Replaces the tab's storage on a shared device.
    static MEMORY: RefCell<Option<Texts>> = const { RefCell::new(None) };
}

impl BrowserStorage {
    /// Moves the tab's texts into the page's memory (`true`), or back into the tab's storage (`false`).
    pub fn keep_tab_in_memory(wanted: bool) {
        let already = MEMORY.with_borrow(Option::is_some);
        if wanted == already {
            return;
        }
        if !wanted {
            let texts = MEMORY.take().unwrap_or_default();
            for (key, text) in texts {
                BrowserStorage::Tab.set(&key, &text);
            }
            return;
        }
        let texts = BrowserStorage::Tab.open().map(|storage| texts_of(&storage));
        BrowserStorage::Tab.clear();
        MEMORY.set(Some(texts.unwrap_or_default()));
    }

    fn open(self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self {
            BrowserStorage::Tab => window.session_storage(),
            BrowserStorage::Device => window.local_storage(),
        }
        .ok()
        .flatten()
    }

    /// Runs `act` on the memory, where the memory replaces the storage.
    fn in_memory<T>(self, act: impl FnOnce(&mut Texts) -> T) -> Option<T> {
        match self {
            BrowserStorage::Tab => MEMORY.with_borrow_mut(|memory| memory.as_mut().map(act)),
            BrowserStorage::Device => None,
        }
    }

    /// Reads the text of a key.
    pub fn get(self, key: &str) -> Option<String> {
        let find = |texts: &mut Texts| {
            let found = texts.iter().find(|(known, _)| known == key);
            found.map(|(_, text)| text.clone())
        };
        match self.in_memory(find) {
            Some(text) => text,
            None => self.open()?.get_item(key).ok().flatten(),
        }
    }

    /// Stores a text; `false` when the browser refuses.
    pub fn set(self, key: &str, text: &str) -> bool {
        let stored = self.in_memory(|texts| {
            texts.retain(|(known, _)| known != key);
            texts.push((key.to_owned(), text.to_owned()));
        });
        stored.is_some()
            || self
                .open()
                .is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    /// Removes the text of a key.
    pub fn remove(self, key: &str) {
        let removed = self.in_memory(|texts| texts.retain(|(known, _)| known != key));
        if let Some(storage) = self.open().filter(|_| removed.is_none()) {
            // Nothing can be done when the browser refuses.
            drop(storage.remove_item(key));
        }
    }

    /// Removes every text, in memory too.
    pub fn clear(self) {
        self.in_memory(Texts::clear);
        if let Some(storage) = self.open() {
            drop(storage.clear());
        }
    }
}

fn texts_of(storage: &Storage) -> Texts {
    let length = storage.length().unwrap_or(0);
    let text_at = |place| {
        let key = storage.key(place).ok()??;
        let text = storage.get_item(&key).ok()??;
        Some((key, text))
    };
    (0..length).filter_map(text_at).collect()
}
