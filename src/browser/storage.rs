//! Stores short texts in the browser's storage. A browser may refuse (private mode, in-app browsers), so the functions
//! report whether they succeeded. On a device that several people share, the texts of a tab are personal: they stay in
//! the page's memory and are never written to the storage.

use std::cell::RefCell;

use web_sys::Storage;

/// One of the two storages of a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserStorage {
    /// `sessionStorage`, which the browser deletes when this tab closes. For personal texts.
    Tab,
    /// `localStorage`, which has no expiry. For settings such as the language, never for personal texts.
    Device,
}

/// Pairs of key and text. There are few of them, so a `Vec` is enough, and it adds less code to the wasm than a map.
type Texts = Vec<(String, String)>;

thread_local! {
    /// On a shared device, holds the texts instead of the tab's storage. `None` on any other device.
    static MEMORY: RefCell<Option<Texts>> = const { RefCell::new(None) };
}

impl BrowserStorage {
    /// `true` moves the tab's texts from the storage into the page's memory; `false` moves them back into the storage.
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

    /// If the page's memory currently replaces this storage, runs `act` on the texts in memory. Otherwise returns
    /// `None`.
    fn in_memory<T>(self, act: impl FnOnce(&mut Texts) -> T) -> Option<T> {
        match self {
            BrowserStorage::Tab => MEMORY.with_borrow_mut(|memory| memory.as_mut().map(act)),
            BrowserStorage::Device => None,
        }
    }

    /// Reads the text that is stored under a key.
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

    /// Stores a text under a key. Returns `false` if the browser refuses.
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

    /// Removes the text that is stored under a key.
    pub fn remove(self, key: &str) {
        let removed = self.in_memory(|texts| texts.retain(|(known, _)| known != key));
        if let Some(storage) = self.open().filter(|_| removed.is_none()) {
            // Ignore a failure: the app can't do anything if the browser refuses.
            drop(storage.remove_item(key));
        }
    }

    /// The keys that start with `prefix`, each without the prefix, and their texts.
    pub fn list(self, prefix: &str) -> Vec<(String, String)> {
        let texts = match self.in_memory(|texts| texts.clone()) {
            Some(texts) => texts,
            None => self
                .open()
                .map(|storage| texts_of(&storage))
                .unwrap_or_default(),
        };
        let rest =
            |(key, text): (String, String)| Some((key.strip_prefix(prefix)?.to_owned(), text));
        texts.into_iter().filter_map(rest).collect()
    }

    /// Removes all texts from this storage, including the texts that the page's memory holds in its place.
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
