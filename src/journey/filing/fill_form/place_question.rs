//! A question about a place: province, commune and address. An incomplete place is recorded in the draft too.

use domain::form::{Question, build_place};
use domain::map_of;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::form_state::FormState;
use super::same_place::SamePlaceOffers;
use super::typed_question::optional_mark;
use crate::answers::place_picker::PlacePicker;
use crate::browser::unicode;
use crate::i18n::{official, use_words};
use crate::reactive::effect;
use crate::ui::{Fieldset, TextField};

/// The fields for a question about a place.
#[component]
pub(super) fn PlaceQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let answer = state.questions.answer(&question.id);
    let fields = PlaceFields::new();
    fields.show(answer.get_untracked().as_ref());
    effect(move || {
        let now = answer.get();
        if fields.value() != now {
            fields.show(now.as_ref());
        }
    });
    let stored = StoredValue::new(question.clone());
    let record = move || {
        stored.with_value(|question| state.set_answer(&question.id, fields.value()));
    };
    let validate = move || stored.with_value(|question| state.validate_when_left(question));
    let chosen = Callback::new(move |()| {
        record();
        // Right after the citizen has chosen the province, they still have to choose the commune. So validate only if a
        // commune is chosen.
        if fields.commune.with_untracked(|commune| !commune.is_empty()) {
            validate();
        }
    });
    let typed = Callback::new(move |()| record());
    let on_leave = Callback::new(move |()| {
        validate();
        if let Some(detail) = text_of(fields.value().as_ref(), "detail")
            && fields.detail.with_untracked(|now| *now != detail)
        {
            fields.detail.set(detail);
        }
    });
    let error = state.error_of(question.id.clone());
    let mark = optional_mark(&question, state);
    let copied = Callback::new(move |()| validate());
    let same = (!question.same_as.is_empty()).then(
        || view! { <SamePlaceOffers question=question.clone() state=state on_copied=copied /> },
    );
    let detail_id = [&question.id, "-detail"].concat();
    view! {
        <Fieldset
            id=question.id.clone()
            legend=question.label
            lang=official()
            hint=question.hint.unwrap_or_default()
            optional_mark=mark
        >
            {same}
            <PlacePicker
                id=question.id
                province=fields.province
                commune=fields.commune
                error=error
                on_change=chosen
            />
            <TextField
                id=detail_id
                label=words.detail
                value=fields.detail
                optional_mark=words.optional
                on_input=typed
                on_blur=on_leave
            />
        </Fieldset>
    }
}

/// The texts in the fields for a place. All copies share one state.
#[derive(Clone, Copy)]
struct PlaceFields {
    /// Code of the chosen province; empty if none is chosen.
    province: RwSignal<String>,
    /// Code of the chosen commune; empty if none is chosen.
    commune: RwSignal<String>,
    /// The rest of the address, inside the commune: house number, street, hamlet.
    detail: RwSignal<String>,
}

impl PlaceFields {
    /// Creates empty fields.
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            province: empty(),
            commune: empty(),
            detail: empty(),
        }
    }

    /// Fills the fields with the place that an answer contains.
    fn show(self, answer: Option<&Value>) {
        let fields = [
            ("province", self.province),
            ("commune", self.commune),
            ("detail", self.detail),
        ];
        for (name, signal) in fields {
            signal.set(text_of(answer, name).unwrap_or_default());
        }
    }

    /// Makes an answer from the fields. Not reactive.
    fn value(self) -> Option<Value> {
        let detail = unicode::nfc(&self.detail.get_untracked());
        place_answer(
            &self.province.get_untracked(),
            &self.commune.get_untracked(),
            &detail,
        )
    }
}

/// Returns the text of one member of a place answer. `name` is the key of the member. `None` if the member is missing.
fn text_of(answer: Option<&Value>, name: &str) -> Option<String> {
    answer?.get(name)?.as_str().map(str::to_owned)
}

/// Makes an answer from the codes of province and commune and the rest of the address, even if some of them are empty.
/// `None` if all three are empty.
fn place_answer(province: &str, commune: &str, detail: &str) -> Option<Value> {
    if let Ok(whole) = build_place(province, commune, detail) {
        return Some(whole);
    }
    let fields = [
        ("province", province),
        ("commune", commune),
        ("detail", detail),
    ];
    let there = fields
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let place: Map<String, Value> =
        map_of(there.map(|(name, text)| (name.to_owned(), Value::String(text.to_owned()))));
    (!place.is_empty()).then_some(Value::Object(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_incomplete_place_is_recorded_and_an_empty_one_is_not() {
        assert_eq!(place_answer("45", "", ""), Some(json!({"province": "45"})));
        assert_eq!(
            place_answer("", "", " thôn 1"),
            Some(json!({"detail": " thôn 1"}))
        );
        assert_eq!(place_answer("", "", "  "), None);
        assert_eq!(
            place_answer("45", "19360", " thôn  1 "),
            Some(json!({"province": "45", "commune": "19360", "detail": "thôn 1"}))
        );
    }
}
