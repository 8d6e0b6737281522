//! Small texts kept by the browser. Storage may be refused (private mode, in-app browsers): every call says so.
//! On a phone that several people use, what is personal stays in the page's memory and never touches the storage.

use std::cell::RefCell;

use web_sys::Storage;

/// Where a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Until this tab closes; for what is personal.
    Tab,
    /// For good; for choices such as the language, never for anything personal.
    Device,
}

/// Texts by their keys. They are few, and a list is the smallest code.
type Texts = Vec<(String, String)>;

thread_local! {
    /// What stands in the place of the tab's storage, while nothing may be kept there.
    static MEMORY: RefCell<Option<Texts>> = const { RefCell::new(None) };
}

impl Shelf {
    /// From here on what belongs to the tab is kept in the page's memory alone, or in the tab's storage again. What the
    /// storage had goes along into memory.
    pub fn keep_tab_in_memory(wanted: bool) {
        let already = MEMORY.with_borrow(Option::is_some);
        if wanted == already {
            return;
        }
        if !wanted {
            let texts = MEMORY.take().unwrap_or_default();
            for (key, text) in texts {
                Shelf::Tab.keep(&key, &text);
            }
            return;
        }
        let texts = Shelf::Tab.open().map(|storage| texts_of(&storage));
        Shelf::Tab.clear();
        MEMORY.set(Some(texts.unwrap_or_default()));
    }

    fn open(self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self {
            Shelf::Tab => window.session_storage(),
            Shelf::Device => window.local_storage(),
        }
        .ok()
        .flatten()
    }

    /// What `act` makes of the memory, where that takes the storage's place.
    fn in_memory<T>(self, act: impl FnOnce(&mut Texts) -> T) -> Option<T> {
        match self {
            Shelf::Tab => MEMORY.with_borrow_mut(|memory| memory.as_mut().map(act)),
            Shelf::Device => None,
        }
    }

    /// Reads.
    pub fn read(self, key: &str) -> Option<String> {
        let of_key = |texts: &mut Texts| {
            let kept = texts.iter().find(|(known, _)| known == key);
            kept.map(|(_, text)| text.clone())
        };
        match self.in_memory(of_key) {
            Some(text) => text,
            None => self.open()?.get_item(key).ok().flatten(),
        }
    }

    /// Keeps; `false` when the browser refuses.
    pub fn keep(self, key: &str, text: &str) -> bool {
        let kept = self.in_memory(|texts| {
            texts.retain(|(known, _)| known != key);
            texts.push((key.to_owned(), text.to_owned()));
        });
        kept.is_some()
            || self
                .open()
                .is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    /// Forgets one.
    pub fn forget(self, key: &str) {
        let forgotten = self.in_memory(|texts| texts.retain(|(known, _)| known != key));
        if let Some(storage) = self.open().filter(|_| forgotten.is_none()) {
            // Removing a key that the browser refuses to remove leaves nothing to do.
            drop(storage.remove_item(key));
        }
    }

    /// Forgets all, in memory too.
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
