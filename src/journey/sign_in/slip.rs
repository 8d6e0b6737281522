//! What was typed into the registration slip and the sign-in form: Back, a change of language and a reload
//! lose nothing. It is personal, so it stays in this tab and goes when the session begins; no password is here.

use leptos::prelude::*;

use crate::browser::storage::Shelf;

const KEY: &str = "motcua-slip";

/// The typed texts, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// Full name.
    pub name: RwSignal<String>,
    /// Identity number.
    pub identity: RwSignal<String>,
    /// Mobile number.
    pub phone: RwSignal<String>,
    /// Citizen id or phone of the sign-in form.
    pub identifier: RwSignal<String>,
}

impl Slip {
    /// As this tab left it, or empty.
    pub fn remembered() -> Self {
        let kept = Shelf::Tab.read(KEY).unwrap_or_default();
        let mut lines = kept.split('\n');
        let mut next = || RwSignal::new(lines.next().unwrap_or_default().to_owned());
        let slip = Self {
            name: next(),
            identity: next(),
            phone: next(),
            identifier: next(),
        };
        // With each letter: a reload in the middle of a field loses nothing.
        Effect::new(move |_| slip.keep());
        slip
    }

    fn keep(self) {
        let lines = [self.name, self.identity, self.phone, self.identifier].map(|text| {
            // One line each: a pasted line break would move the rest.
            text.with(|text| text.replace('\n', " "))
        });
        match lines.iter().all(String::is_empty) {
            true => Shelf::Tab.forget(KEY),
            false => drop(Shelf::Tab.keep(KEY, &lines.join("\n"))),
        }
    }

    /// Forgets everything: a session has begun.
    pub fn forget(self) {
        for text in [self.name, self.identity, self.phone, self.identifier] {
            text.set(String::new());
        }
        Shelf::Tab.forget(KEY);
    }
}

/// The slip, from the context that `account_pages.rs` gives.
pub fn use_slip() -> Slip {
    use_context::<Slip>().unwrap_or_else(Slip::remembered)
}
