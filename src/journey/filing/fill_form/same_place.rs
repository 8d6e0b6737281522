//! Buttons such as «Giống như: Nơi cư trú của mẹ». Such a button copies a place from the answer to another question.
//! The place is copied once: a later change of the source doesn't change the copy.

use domain::form::{Question, matches_format};
use leptos::prelude::*;
use serde_json::Value;

use super::copy_offers::{CopyOffer, CopyOffers};
use super::form_state::FormState;

/// Offers to copy the place that another question of the form already has as its answer. Shows one button for each such
/// question, and hides the button when both answers are the same.
#[component]
pub(super) fn SamePlaceOffers(
    /// The question that gets the copied place as its answer.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
    /// Called after a place was copied.
    on_copied: Callback<()>,
) -> impl IntoView {
    let form = state.form.get_value();
    let own = state.questions.answer(&question.id);
    let id = question.id;
    let sources = question.same_as.into_iter().filter(|source| *source != id);
    let offers = sources.filter_map(|source| {
        let label = form.question(&source)?.label.clone();
        let other = state.questions.answer(&source);
        let is_visible = Memo::new(move |_| {
            state
                .questions
                .visible
                .with(|visible| visible.contains(&source))
        });
        let would_change = Memo::new(move |_| own.with(|own| other.with(|other| own != other)));
        let own_id = id.clone();
        let copy = Callback::new(move |()| {
            if let Some(place) = other.get_untracked() {
                state.open_draft.answer(&own_id, place);
                on_copied.run(());
            }
        });
        Some(CopyOffer {
            label,
            is_available: Signal::derive(move || is_visible.get() && other.with(is_complete_place)),
            would_change,
            copy,
        })
    });
    view! { <CopyOffers offers=offers.collect() /> }
}

/// Whether an answer is a complete place. An incomplete place is not offered for copying.
fn is_complete_place(answer: &Option<Value>) -> bool {
    let is_complete =
        |answer: &Value| answer.is_object() && matches_format("place", answer) == Some(true);
    answer.as_ref().is_some_and(is_complete)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn offers_only_a_complete_place() {
        let whole = json!({"province": "45", "commune": "19360", "detail": "Thôn 1"});
        assert!(is_complete_place(&Some(whole)));
        assert!(!is_complete_place(&Some(json!({"province": "45"}))));
        assert!(!is_complete_place(&Some(json!("Xã Triệu Phong"))));
        assert!(!is_complete_place(&None));
    }
}
