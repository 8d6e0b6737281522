//! What the plain first screen held before the app was there: text, focus and caret of its search field, and its
//! short list of procedures. The app goes on with them, so nothing typed is lost and nothing jumps.

use leptos::prelude::*;

use crate::browser::page;

/// A procedure of the short list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// National code.
    pub(super) code: String,
    /// Name.
    pub(super) name: String,
}

/// What the plain first screen held.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    typed: StoredValue<Option<page::TypedField>>,
    wanted: StoredValue<Vec<Wanted>>,
}

impl Opening {
    /// Reads the plain first screen.
    pub fn adopt() -> Self {
        let links = page::links("#shell .ways a").into_iter();
        let wanted = links.filter_map(|link| {
            Some(Wanted {
                code: link.href.rsplit('/').next()?.to_owned(),
                name: link.text,
            })
        });
        Self {
            typed: StoredValue::new(page::typed_field("#shell input[name=q]")),
            wanted: StoredValue::new(wanted.collect()),
        }
    }

    /// What was typed, the first time; nothing afterwards.
    pub(super) fn take(self) -> Option<page::TypedField> {
        self.typed.try_update_value(Option::take).flatten()
    }

    /// The short list; empty when the visit began on another page.
    pub(super) fn wanted(self) -> Vec<Wanted> {
        self.wanted.get_value()
    }
}
