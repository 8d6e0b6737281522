//! Small texts kept by the browser. Storage may be refused (private mode, in-app browsers): every call says so.

use web_sys::Storage;

/// Where a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Until this tab closes; for what is personal.
    Tab,
    /// For good; for choices such as the language, never for anything personal.
    Device,
}

impl Shelf {
    fn open(self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self {
            Shelf::Tab => window.session_storage(),
            Shelf::Device => window.local_storage(),
        }
        .ok()
        .flatten()
    }

    /// Reads.
    pub fn read(self, key: &str) -> Option<String> {
        self.open()?.get_item(key).ok().flatten()
    }

    /// Keeps; `false` when the browser refuses.
    pub fn keep(self, key: &str, text: &str) -> bool {
        self.open()
            .is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    /// Forgets one.
    pub fn forget(self, key: &str) {
        if let Some(storage) = self.open() {
            // Removing a key that the browser refuses to remove leaves nothing to do.
            drop(storage.remove_item(key));
        }
    }

    /// Forgets all.
    pub fn clear(self) {
        if let Some(storage) = self.open() {
            drop(storage.clear());
        }
    }
}
