//! «Giống như: Người yêu cầu»: what was answered about one person, offered where the form asks about another who is
//! often the same. Who that may be, and what is copied, `domain::form` says.

use std::sync::Arc;

use domain::form::{OtherPerson, SamePerson, same_person};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use super::copy_offers::{CopyOffer, CopyOffers};

/// A button for each person whose answers may be this one's too, while they aren't.
#[component]
pub fn SamePersonOffers(
    /// The offer, as the form makes it.
    offer: SamePerson,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let offer = Arc::new(offer);
    let one = |other: &OtherPerson| {
        let (offer, other) = (Arc::clone(&offer), other.clone());
        let label = other.label.clone();
        let changes = Memo::new(move |_| {
            state.questions.visible.with(|seen| {
                state.open_draft.merged_draft.with(|draft| {
                    let answers = &draft.as_ref()?.answers;
                    let form = state.form.get_value();
                    Some(same_person(&form, answers, seen, &offer, &other))
                })
            })
        });
        let would_change = Memo::new(move |_| {
            changes.with(|changes| changes.as_ref().is_some_and(|changes| !changes.is_empty()))
        });
        let copy = Callback::new(move |()| {
            let changes: Vec<(String, Value)> = changes.get_untracked().unwrap_or_default();
            for (id, answer) in changes {
                state.open_draft.answer(&id, answer);
                if let Some(question) = state.form.with_value(|form| form.question(&id).cloned()) {
                    state.validate_when_left(&question);
                }
            }
        });
        CopyOffer {
            label,
            is_available: Signal::stored(true),
            would_change,
            copy,
        }
    };
    let offers = offer.others.iter().map(one).collect();
    view! { <CopyOffers offers=offers /> }
}
