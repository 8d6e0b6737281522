//! «Giống như: Nơi cư trú của mẹ»: a place answered before, offered for one that is often the same. Taking it fills
//! this answer once; the two are not tied together.

use domain::form::{Question, format_holds};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use super::copy_offers::{CopyOffer, CopyOffers};

/// A button for each question whose place may be this one's too, while it has another one.
#[component]
pub fn SamePlaceOffers(
    /// The question to be answered.
    question: Question,
    /// The page it stands on.
    state: FormState,
    /// Runs after the answer was taken over.
    on_taken: Callback<()>,
) -> impl IntoView {
    let form = state.form.get_value();
    let own = state.questions.answer(&question.id);
    let id = question.id;
    let sources = question.same_as.into_iter().filter(|source| *source != id);
    let offers = sources.filter_map(|source| {
        let label = form.question(&source)?.label.clone();
        let other = state.questions.answer(&source);
        let asked = Memo::new(move |_| state.questions.visible.with(|seen| seen.has(&source)));
        let would_change = Memo::new(move |_| own.with(|own| other.with(|other| own != other)));
        let own_id = id.clone();
        let copy = Callback::new(move |()| {
            if let Some(place) = other.get_untracked() {
                state.open_draft.answer(&own_id, place);
                on_taken.run(());
            }
        });
        Some(CopyOffer {
            label,
            is_available: Signal::derive(move || asked.get() && other.with(is_complete_place)),
            would_change,
            copy,
        })
    });
    view! { <CopyOffers offers=offers.collect() /> }
}

/// Whether it is a whole place: half of one is not worth taking over.
fn is_complete_place(answer: &Option<Value>) -> bool {
    let whole = |answer: &Value| answer.is_object() && format_holds("place", answer) == Some(true);
    answer.as_ref().is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_a_whole_place_is_offered() {
        let whole = json!({"province": "45", "commune": "19360", "detail": "Thôn 1"});
        assert!(is_complete_place(&Some(whole)));
        assert!(!is_complete_place(&Some(json!({"province": "45"}))));
        assert!(!is_complete_place(&Some(json!("Xã Triệu Phong"))));
        assert!(!is_complete_place(&None));
    }
}
