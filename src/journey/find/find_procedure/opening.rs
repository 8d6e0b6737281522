//! What the plain first screen held before the app was there: text, focus and caret of its search field, and what it
//! said of the portal. The app goes on with them, so nothing typed is lost and nothing jumps.

use leptos::prelude::*;

use super::search_form::SEARCH;
use crate::browser::page::{self, ShownText};

/// What the plain first screen said of the portal: each list is empty where it said nothing.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The window's title.
    pub title: Vec<ShownText>,
    /// The portal's name.
    pub name: Vec<ShownText>,
    /// Links below the search field.
    pub tiles: Vec<ShownText>,
    /// Short list of procedures.
    pub popular: Vec<ShownText>,
    /// Sentence in the footer.
    pub footer: Vec<ShownText>,
}

/// What the plain first screen held.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    typed: StoredValue<Option<page::TypedField>>,
    shown: StoredValue<Shown>,
    entered: RwSignal<bool>,
}

impl Opening {
    /// Reads the plain first screen. On a visit that begins at another page it has a header and a footer only.
    pub fn adopt() -> Self {
        Self {
            typed: StoredValue::new(page::typed_field("#shell input[name=q]")),
            shown: StoredValue::new(Shown {
                title: page::shown_texts("title"),
                name: page::shown_texts("#shell .site-name"),
                tiles: page::shown_texts("#shell .entries a"),
                popular: page::shown_texts("#shell .ways a"),
                footer: page::shown_texts("#shell .site-footer p"),
            }),
            entered: RwSignal::new(false),
        }
    }

    /// Goes on with the first screen: what was typed, the first time; nothing afterwards.
    pub(super) fn enter(self) -> Option<page::TypedField> {
        self.entered.set(true);
        self.typed.try_update_value(Option::take).flatten()
    }

    /// Keeps what the app's own search field holds, for when the page is drawn again.
    pub(super) fn keep_typed(self) {
        self.typed
            .set_value(page::typed_field(&["#", SEARCH].concat()));
    }

    /// Whether the citizen has come to the first screen, where a search comes next; tracked.
    pub fn is_entered(self) -> bool {
        self.entered.get()
    }

    /// What it said of the portal.
    pub fn shown(self) -> Shown {
        self.shown.get_value()
    }
}
