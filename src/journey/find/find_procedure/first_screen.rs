//! Takes over the state of the first screen. The first screen is plain HTML, which the citizen sees before the app is
//! loaded. Its search field's text, focus and caret position are taken over, so that nothing typed is lost. The
//! portal's texts are taken over, so that nothing moves on the screen.

use leptos::prelude::*;

use super::search_form::SEARCH;
use crate::browser::page::{self, ShownText};

/// The portal's texts that the first screen shows. A list is empty if the first screen has no such text.
#[derive(Clone, Debug, Default)]
pub struct FirstScreenTexts {
    /// Title of the window. At most one text.
    pub title: Vec<ShownText>,
    /// Name of the portal. At most one text.
    pub name: Vec<ShownText>,
    /// Texts of the link tiles below the search field.
    pub tiles: Vec<ShownText>,
    /// Texts of the links to popular procedures.
    pub popular: Vec<ShownText>,
    /// The sentence in the footer. At most one text.
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
    /// Reads the state of the first screen. If the citizen opens the app at another page than the home page, the first
    /// screen has only a header and a footer.
    pub fn adopt() -> Self {
        Self {
            typed: StoredValue::new(None),
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

    /// Call it when the home page opens. While the first screen is shown, returns the text that the citizen has typed
    /// into it. Afterwards returns `None`, unless [`keep_typed`](Self::keep_typed) was called before.
    pub(super) fn enter(self) -> Option<page::TypedField> {
        self.entered.set(true);
        let kept = self.typed.try_update_value(Option::take).flatten();
        kept.or_else(|| page::typed_field("#shell input[name=q]"))
    }

    /// Stores the text, focus and caret of the app's search field, for the next time that the home page is rendered.
    pub(super) fn keep_typed(self) {
        self.typed
            .set_value(page::typed_field(&["#", SEARCH].concat()));
    }

    /// Whether the home page was opened, so that the citizen will probably search. Reactive.
    pub fn is_entered(self) -> bool {
        self.entered.get()
    }

    /// The portal's texts on the first screen.
    pub fn texts(self) -> FirstScreenTexts {
        self.texts.get_value()
    }
}
