//! «Loại tài khoản» (R2.7): asked only where the backend has more than one kind.

use contract::account::AccountKind;
use contract::portal::SignInMethod;
use leptos::prelude::*;

use super::slip::use_slip;
use crate::i18n::sign_in::AccountKindWords;
use crate::i18n::use_words;
use crate::ui::{RadioGroup, SelectOption};

const KIND: &str = "account-kind";
const CITIZEN: &str = "citizen";
const ORGANISATION: &str = "organisation";

/// The kind of a key; a citizen's for any other text.
pub(super) fn of_key(key: &str) -> AccountKind {
    match key {
        ORGANISATION => AccountKind::Organisation,
        _ => AccountKind::Citizen,
    }
}

const fn key(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Citizen => CITIZEN,
        AccountKind::Organisation => ORGANISATION,
    }
}

/// The kinds of account that sign in by password; `None` where nobody does.
pub(super) fn password_kinds(ways: &[SignInMethod]) -> Option<Vec<AccountKind>> {
    ways.iter().find_map(|way| match way {
        SignInMethod::Password { accounts } => Some(accounts.clone()),
        _ => None,
    })
}

/// The question; answered in the slip, so that one who comes from another page isn't asked twice.
#[component]
pub fn AccountKindQuestion(
    /// The kinds, first one first; none while the backend hasn't answered.
    kinds: Signal<Vec<AccountKind>>,
) -> impl IntoView {
    let words = &use_words().sign_in().account_kind;
    let slip = use_slip();
    Effect::new(move |_| {
        let kinds = kinds.get();
        let chosen = slip
            .kind
            .with_untracked(|key| kinds.iter().any(|kind| self::key(*kind) == key));
        if let (Some(first), false) = (kinds.first(), chosen) {
            slip.kind.set(key(*first).to_owned());
        }
    });
    move || {
        let kinds = kinds.get();
        (kinds.len() > 1).then(|| {
            let choices: Vec<SelectOption> =
                kinds.iter().map(|kind| choice(words, *kind)).collect();
            view! {
                <RadioGroup
                    id=KIND
                    legend=words.legend
                    value=slip.kind
                    choices=Signal::stored(choices)
                />
            }
        })
    }
}

fn choice(words: &AccountKindWords, kind: AccountKind) -> SelectOption {
    let label = match kind {
        AccountKind::Citizen => words.citizen,
        AccountKind::Organisation => words.organisation,
    };
    SelectOption {
        value: key(kind).to_owned(),
        label: label.to_owned(),
    }
}
