//! Takes over the first screen in plain HTML, which the citizen sees before the app is loaded: text, focus and caret of
//! its search field, and the portal's texts. So nothing typed is lost and nothing moves.

use leptos::prelude::*;

use super::search_form::SEARCH;
use crate::browser::page::{self, ShownText};

/// The portal's texts on the first screen. A list is empty where the first screen has no such text.
#[derive(Clone, Debug, Default)]
pub struct FirstScreenTexts {
    /// The window's title; at most one text.
    pub title: Vec<ShownText>,
    /// The portal's name; at most one text.
    pub name: Vec<ShownText>,
    /// Links below the search field.
    pub tiles: Vec<ShownText>,
    /// The short list of popular procedures.
    pub popular: Vec<ShownText>,
    /// The sentence in the footer; at most one text.
    pub footer: Vec<ShownText>,
}

/// The state taken over from the first screen.
#[derive(Clone, Copy, Debug)]
pub struct FirstScreen {
    typed: StoredValue<Option<page::TypedField>>,
    texts: StoredValue<FirstScreenTexts>,
    entered: RwSignal<bool>,
}

impl FirstScreen {
    /// Reads the first screen. On a visit that starts at another page it has only a header and a footer.
    pub fn adopt() -> Self {
        Self {
            typed: StoredValue::new(page::typed_field("#shell input[name=q]")),
            texts: StoredValue::new(FirstScreenTexts {
                title: page::shown_texts("title"),
                name: page::shown_texts("#shell .site-name"),
                tiles: page::shown_texts("#shell .tiles a"),
                popular: page::shown_texts("#shell .link-list a"),
                footer: page::shown_texts("#shell .site-footer p"),
            }),
            entered: RwSignal::new(false),
        }
    }

    /// Marks the home page as opened. Returns the typed text on the first call, `None` afterwards.
    pub(super) fn enter(self) -> Option<page::TypedField> {
        self.entered.set(true);
        self.typed.try_update_value(Option::take).flatten()
    }

    /// Stores the text of the app's own search field, for the next time the page is drawn.
    pub(super) fn keep_typed(self) {
        self.typed
            .set_value(page::typed_field(&["#", SEARCH].concat()));
    }

    /// Whether the home page was opened, so that a search is likely; tracked.
    pub fn is_entered(self) -> bool {
        self.entered.get()
    }

    /// The portal's texts on the first screen.
    pub fn texts(self) -> FirstScreenTexts {
        self.texts.get_value()
    }
}
