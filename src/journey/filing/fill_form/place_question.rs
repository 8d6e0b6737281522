//! A place: province, commune, and what stands on the gate. What is chosen so far is kept even while incomplete.

use domain::form::{Question, place_value};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::form_state::FormState;
use super::same_place::SamePlaces;
use super::typed_question::optional_mark;
use crate::answers::place_picker::PlacePicker;
use crate::browser::unicode;
use crate::i18n::{official, use_words};
use crate::ui::{Fieldset, TextField};

/// A place.
#[component]
pub fn PlaceQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let answer = state.now.answer(&question.id);
    let parts = Parts::new();
    parts.show(answer.get_untracked().as_ref());
    Effect::new(move |_| {
        let now = answer.get();
        if parts.value() != now {
            parts.show(now.as_ref());
        }
    });
    let asked = StoredValue::new(question.clone());
    let keep = move || {
        asked.with_value(|asked| state.keep(&asked.id, parts.value()));
    };
    let judge = move || asked.with_value(|asked| state.judge(asked));
    let chosen = Callback::new(move |()| {
        keep();
        // Choosing the province is half the answer: nothing is wrong yet.
        if parts.commune.with_untracked(|commune| !commune.is_empty()) {
            judge();
        }
    });
    let typed = Callback::new(move |()| keep());
    let left = Callback::new(move |()| {
        judge();
        if let Some(detail) = part(parts.value().as_ref(), "detail")
            && parts.detail.with_untracked(|now| *now != detail)
        {
            parts.detail.set(detail);
        }
    });
    let error = state.fault(question.id.clone());
    let mark = optional_mark(&question, state);
    let taken = Callback::new(move |()| judge());
    let same = (!question.same_as.is_empty())
        .then(|| view! { <SamePlaces question=question.clone() state=state on_taken=taken /> });
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
                province=parts.province
                commune=parts.commune
                error=error
                on_change=chosen
            />
            <TextField
                id=detail_id
                label=words.detail
                value=parts.detail
                optional_mark=words.optional
                on_input=typed
                on_blur=left
            />
        </Fieldset>
    }
}

#[derive(Clone, Copy)]
struct Parts {
    province: RwSignal<String>,
    commune: RwSignal<String>,
    detail: RwSignal<String>,
}

impl Parts {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            province: empty(),
            commune: empty(),
            detail: empty(),
        }
    }

    fn show(self, answer: Option<&Value>) {
        let parts = [
            ("province", self.province),
            ("commune", self.commune),
            ("detail", self.detail),
        ];
        for (name, signal) in parts {
            signal.set(part(answer, name).unwrap_or_default());
        }
    }

    fn value(self) -> Option<Value> {
        let detail = unicode::nfc(&self.detail.get_untracked());
        kept(
            &self.province.get_untracked(),
            &self.commune.get_untracked(),
            &detail,
        )
    }
}

fn part(answer: Option<&Value>, name: &str) -> Option<String> {
    answer?.get(name)?.as_str().map(str::to_owned)
}

/// The place, or as much of it as there is; `None` when there is nothing.
fn kept(province: &str, commune: &str, detail: &str) -> Option<Value> {
    if let Ok(whole) = place_value(province, commune, detail) {
        return Some(whole);
    }
    let parts = [
        ("province", province),
        ("commune", commune),
        ("detail", detail),
    ];
    let there = parts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let place: Map<String, Value> = there
        .map(|(name, text)| (name.to_owned(), Value::String(text.to_owned())))
        .collect();
    (!place.is_empty()).then_some(Value::Object(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn half_a_place_is_kept_and_nothing_is_nothing() {
        assert_eq!(kept("45", "", ""), Some(json!({"province": "45"})));
        assert_eq!(kept("", "", " thôn 1"), Some(json!({"detail": " thôn 1"})));
        assert_eq!(kept("", "", "  "), None);
        assert_eq!(
            kept("45", "19360", " thôn  1 "),
            Some(json!({"province": "45", "commune": "19360", "detail": "thôn 1"}))
        );
    }
}
