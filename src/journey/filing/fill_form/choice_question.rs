//! Questions answered by choosing: one of a few in sight, one of a list, or a tick. A choice counts at once.

use domain::fold::fold;
use domain::form::{Choice, Kind, Question};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use super::typed_question::optional_mark;
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::ui::{self, Checkbox, Finder, Lang, RadioGroup, SelectField};

/// Có or không, or one of a few choices, all in sight.
#[component]
pub fn OneOfFew(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let choosing = Choosing::new(question, state);
    view! {
        <RadioGroup
            id=choosing.id
            legend=choosing.label
            lang=official()
            value=choosing.value
            choices=Signal::stored(choosing.choices)
            choices_lang=choosing.choices_lang
            hint=choosing.hint
            error=choosing.error
            optional_mark=choosing.optional_mark
            on_change=choosing.on_change
        />
    }
}

/// One of a list.
#[component]
pub fn ListQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let choosing = Choosing::new(question, state);
    view! {
        <SelectField
            id=choosing.id
            label=choosing.label
            lang=official()
            value=choosing.value
            choices=Signal::stored(choosing.choices)
            choices_lang=choosing.choices_lang
            prompt=words.select_prompt
            finder=list_finder(words)
            hint=choosing.hint
            error=choosing.error
            optional_mark=choosing.optional_mark
            on_change=choosing.on_change
        />
    }
}

/// The field above a list of 54 peoples or 70 nationalities.
fn list_finder(words: &FillFormWords) -> Finder {
    Finder {
        label: words.list_filter,
        hint: "",
        none: words.list_none,
        found: words.list_found,
        fold,
        left_out: &[],
    }
}

/// A sentence to agree to. Taking the tick away takes the answer away.
#[component]
pub fn TickQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let choosing = Choosing::new(question, state);
    let ticked = RwSignal::new(choosing.value.with_untracked(|value| value == "true"));
    let value = choosing.value;
    Effect::new(move |_| ticked.set(value.with(|value| value == "true")));
    let changed = Callback::new(move |()| {
        let key = if ticked.get_untracked() { "true" } else { "" };
        value.set(key.to_owned());
        choosing.on_change.run(());
    });
    view! {
        <Checkbox
            id=choosing.id
            label=choosing.label
            lang=official()
            checked=ticked
            hint=choosing.hint
            error=choosing.error
            on_change=changed
        />
    }
}

/// What a field that is chosen from needs.
struct Choosing {
    id: String,
    label: String,
    value: RwSignal<String>,
    choices: Vec<ui::SelectOption>,
    choices_lang: Lang,
    hint: String,
    error: Signal<Option<String>>,
    optional_mark: Signal<String>,
    on_change: Callback<()>,
}

impl Choosing {
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.now.answer(&question.id);
        let value = RwSignal::new(key_of(answer.get_untracked().as_ref()));
        Effect::new(move |_| {
            let now = key_of(answer.get().as_ref());
            if value.with_untracked(|value| *value != now) {
                value.set(now);
            }
        });
        let asked = StoredValue::new(question.clone());
        let on_change = Callback::new(move |()| {
            asked.with_value(|asked| {
                state.take(asked, &value.get_untracked());
                state.judge(asked);
            });
        });
        Self {
            error: state.fault(question.id.clone()),
            optional_mark: optional_mark(&question, state),
            choices: choices(&question.kind),
            choices_lang: match question.kind {
                Kind::YesNo => None,
                _ => official(),
            },
            id: question.id,
            label: question.label,
            hint: question.hint.unwrap_or_default(),
            value,
            on_change,
        }
    }
}

fn choices(kind: &Kind) -> Vec<ui::SelectOption> {
    let words = use_words().fill_form();
    let one = |value: &str, label: &str| ui::SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    match kind {
        Kind::YesNo => vec![one("true", words.yes), one("false", words.no)],
        Kind::Select(choices) | Kind::Radio(choices) => {
            let key = |choice: &Choice| one(&choice.key(), &choice.label);
            choices.iter().map(key).collect()
        }
        _ => Vec::new(),
    }
}

/// An answer as the control knows it: as [`Choice::key`] gives it.
fn key_of(answer: Option<&Value>) -> String {
    match answer {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_answer_finds_its_choice_again_whatever_its_type() {
        for value in [json!("Nam"), json!(2), json!(true), json!(1.5)] {
            let choice = Choice {
                value: value.clone(),
                label: String::new(),
            };
            assert_eq!(key_of(Some(&value)), choice.key());
        }
        assert_eq!(key_of(None), "");
    }
}
