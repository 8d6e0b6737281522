//! The question «Loại tài khoản» (R2.7), which asks for the kind of account: a citizen's or an organisation's. It is
//! shown only if the backend offers both kinds.

use contract::account::AccountKind;
use contract::portal::SignInMethod;
use leptos::prelude::*;

use super::identity_input::{account_kind_key, use_identity_input};
use crate::i18n::sign_in::AccountKindWords;
use crate::i18n::use_words;
use crate::reactive::{dynamic, effect};
use crate::ui::{RadioGroup, SelectOption};

/// Element id of the question «Loại tài khoản».
const KIND: &str = "account-kind";
/// The kinds of account for which the backend offers sign-in by password. `None` if it offers no sign-in by password.
pub(super) fn password_kinds(methods: &[SignInMethod]) -> Option<Vec<AccountKind>> {
    methods.iter().find_map(|method| match method {
        SignInMethod::Password { accounts } => Some(accounts.clone()),
        _ => None,
    })
}

/// The question for the kind of account. All forms share its answer, so a citizen who goes from one form to another
/// isn't asked again.
#[component]
pub fn AccountKindQuestion(
    /// The kinds that the backend offers, in the order of its response. The first is the default. Empty until the
    /// backend has responded.
    kinds: Signal<Vec<AccountKind>>,
) -> impl IntoView {
    let words = &use_words().sign_in().account_kind;
    let input = use_identity_input();
    // Chooses the first kind if none is chosen yet, or if the backend no longer offers the kind that was stored.
    effect(move || {
        let kinds = kinds.get();
        let is_chosen = input
            .kind
            .with_untracked(|key| kinds.iter().any(|kind| account_kind_key(*kind) == key));
        if let (Some(first), false) = (kinds.first(), is_chosen) {
            input.kind.set(account_kind_key(*first).to_owned());
        }
    });
    dynamic(move || {
        let kinds = kinds.get();
        (kinds.len() > 1).then(|| {
            let options: Vec<SelectOption> =
                kinds.iter().map(|kind| option(words, *kind)).collect();
            view! {
                <RadioGroup
                    id=KIND
                    legend=words.legend
                    value=input.kind
                    choices=Signal::stored(options)
                />
            }
        })
    })
}

/// The radio button for a kind of account.
fn option(words: &AccountKindWords, kind: AccountKind) -> SelectOption {
    let label = match kind {
        AccountKind::Citizen => words.citizen,
        AccountKind::Organisation => words.organisation,
    };
    SelectOption {
        value: account_kind_key(kind).to_owned(),
        label: label.to_owned(),
    }
}
