//! What the citizen did on the plain first screen before the app was there: text, focus and caret are kept.

use leptos::prelude::*;

use crate::browser::page;

/// The search field as the plain first screen left it; taken once.
#[derive(Clone, Copy, Debug)]
pub struct Opening(StoredValue<Option<page::TypedField>>);

impl Opening {
    /// Reads the plain first screen.
    pub fn adopt() -> Self {
        Self(StoredValue::new(page::typed_field("#shell input[name=q]")))
    }

    /// What was typed, the first time; nothing afterwards.
    pub fn take(self) -> Option<page::TypedField> {
        self.0.try_update_value(Option::take).flatten()
    }
}
