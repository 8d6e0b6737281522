//! What was typed into the registration slip and the sign-in form: Back, a change of language and a reload
//! lose nothing. It is personal, so it stays in this tab and goes when the session begins; no password is here.
//! Consent ticked stays in memory alone: whoever opens the page anew decides anew.

use contract::account::AccountKind;
use contract::consent::GivenConsent;
use leptos::prelude::*;

use super::kind;
use crate::browser::storage::BrowserStorage;
use crate::session::{SessionState, Visitor};

const KEY: &str = "motcua-slip";
/// How a ticked «Máy dùng chung» is kept.
const SHARED: &str = "shared";

/// The typed texts, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct Slip {
    /// Kind of account, by its key.
    pub kind: RwSignal<String>,
    /// Full name.
    pub name: RwSignal<String>,
    /// Identity number.
    pub identity: RwSignal<String>,
    /// Mobile number.
    pub phone: RwSignal<String>,
    /// Citizen id or phone of the sign-in form.
    pub identifier: RwSignal<String>,
    /// Name of the organisation.
    pub organisation: RwSignal<String>,
    /// Tax code of the organisation.
    pub tax_code: RwSignal<String>,
    /// What the person is in it.
    pub position: RwSignal<String>,
    /// Day of birth.
    pub birth_date: RwSignal<String>,
    /// «Máy dùng chung» ticked.
    pub shared_device: RwSignal<bool>,
    /// Consent ticked.
    pub consents: RwSignal<Vec<GivenConsent>>,
}

impl Slip {
    /// As this tab left it, or empty; gone as soon as somebody is signed in.
    pub fn remembered(session: SessionState) -> Self {
        let kept = BrowserStorage::Tab.get(KEY).unwrap_or_default();
        let mut lines = kept.split('\n');
        let mut next = || RwSignal::new(lines.next().unwrap_or_default().to_owned());
        let slip = Self {
            kind: next(),
            name: next(),
            identity: next(),
            phone: next(),
            identifier: next(),
            organisation: next(),
            tax_code: next(),
            position: next(),
            birth_date: next(),
            shared_device: RwSignal::new(lines.next().is_some_and(|line| line == SHARED)),
            consents: RwSignal::new(Vec::new()),
        };
        // With each letter: a reload in the middle of a field loses nothing.
        Effect::new(move |_| slip.keep());
        let signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
        Effect::new(move |_| {
            if signed_in.get() {
                slip.forget();
            }
        });
        slip
    }

    /// Kind of account; tracked. A citizen's until another is chosen.
    pub fn kind(self) -> AccountKind {
        self.kind.with(|key| kind::of_key(key))
    }

    fn texts(self) -> [RwSignal<String>; 9] {
        [
            self.kind,
            self.name,
            self.identity,
            self.phone,
            self.identifier,
            self.organisation,
            self.tax_code,
            self.position,
            self.birth_date,
        ]
    }

    fn keep(self) {
        let lines = self.texts().map(|text| {
            // One line each: a pasted line break would move the rest.
            text.with(|text| text.replace('\n', " "))
        });
        let shared = match self.shared_device.get() {
            true => SHARED,
            false => "",
        };
        // The kind of account alone is nothing typed.
        match shared.is_empty() && lines.iter().skip(1).all(String::is_empty) {
            true => BrowserStorage::Tab.remove(KEY),
            false => {
                let text = [&lines.join("\n"), "\n", shared].concat();
                // A browser without storage keeps the fields in memory.
                _ = BrowserStorage::Tab.set(KEY, &text);
            }
        }
    }

    fn forget(self) {
        for text in self.texts() {
            text.set(String::new());
        }
        self.shared_device.set(false);
        self.consents.set(Vec::new());
        BrowserStorage::Tab.remove(KEY);
    }
}

/// The slip, from the context that `account_pages.rs` gives.
pub fn use_slip() -> Slip {
    use_context::<Slip>().unwrap_or_else(|| Slip::remembered(crate::session::use_session()))
}
