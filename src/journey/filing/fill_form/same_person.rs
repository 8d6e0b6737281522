//! Buttons such as «Giống như: Người yêu cầu». Such a button copies the answers about one person to the questions about
//! another, because both are often the same person. `domain::form` decides which persons are offered and which answers
//! are copied.

use std::sync::Arc;

use domain::form::{OtherPerson, SamePersonOffer, same_person_changes};
use leptos::prelude::*;
use serde_json::Value;

use super::copy_offers::{CopyOffer, CopyOffers};
use super::form_state::FormState;

/// Shows a button for each other person in the form whose answers differ from the answers about this person.
#[component]
pub(super) fn SamePersonOffers(
    /// The offer to copy the answers about another person, as the form defines it.
    offer: SamePersonOffer,
    /// State of the form page on which the offer is made.
    state: FormState,
) -> impl IntoView {
    let offer = Arc::new(offer);
    let to_offer = |other: &OtherPerson| {
        let (offer, other) = (Arc::clone(&offer), other.clone());
        let label = other.label.clone();
        let changes = Memo::new(move |_| {
            state.questions.visible.with(|visible| {
                state.open_draft.merged_draft.with(|draft| {
                    let answers = &draft.as_ref()?.answers;
                    let form = state.form.get_value();
                    Some(same_person_changes(&form, answers, visible, &offer, &other))
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
    let offers = offer.others.iter().map(to_offer).collect();
    view! { <CopyOffers offers=offers /> }
}
