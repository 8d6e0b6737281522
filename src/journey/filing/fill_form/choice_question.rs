//! Questions answered by field: one of a few in sight, one of a list, or a tick. A choice counts at once.

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
pub fn RadioQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let field = ChoiceField::new(question, state);
    view! {
        <RadioGroup
            id=field.id
            legend=field.label
            lang=official()
            value=field.value
            choices=Signal::stored(field.choices)
            choices_lang=field.choices_lang
            hint=field.hint
            error=field.error
            optional_mark=field.optional_mark
            on_chosen=field.on_chosen
        />
    }
}

/// One of a list.
#[component]
pub fn SelectQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let field = ChoiceField::new(question, state);
    view! {
        <SelectField
            id=field.id
            label=field.label
            lang=official()
            value=field.value
            choices=Signal::stored(field.choices)
            choices_lang=field.choices_lang
            prompt=words.select_prompt
            finder=list_finder(words)
            hint=field.hint
            error=field.error
            optional_mark=field.optional_mark
            on_chosen=field.on_chosen
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
pub fn CheckboxQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let field = ChoiceField::new(question, state);
    let ticked = RwSignal::new(field.value.with_untracked(|value| value == "true"));
    let value = field.value;
    Effect::new(move |_| ticked.set(value.with(|value| value == "true")));
    let changed = Callback::new(move |()| {
        let key = if ticked.get_untracked() { "true" } else { "" };
        value.set(key.to_owned());
        field.on_chosen.run(());
    });
    view! {
        <Checkbox
            id=field.id
            label=field.label
            lang=official()
            checked=ticked
            hint=field.hint
            error=field.error
            on_changed=changed
        />
    }
}

/// What a field that is chosen from needs.
struct ChoiceField {
    id: String,
    label: String,
    value: RwSignal<String>,
    choices: Vec<ui::SelectOption>,
    choices_lang: Lang,
    hint: String,
    error: Signal<Option<String>>,
    optional_mark: Signal<String>,
    on_chosen: Callback<()>,
}

impl ChoiceField {
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.questions.answer(&question.id);
        let value = RwSignal::new(choice_key(answer.get_untracked().as_ref()));
        Effect::new(move |_| {
            let now = choice_key(answer.get().as_ref());
            if value.with_untracked(|value| *value != now) {
                value.set(now);
            }
        });
        let asked = StoredValue::new(question.clone());
        let on_chosen = Callback::new(move |()| {
            asked.with_value(|asked| {
                state.set_typed_answer(asked, &value.get_untracked());
                state.validate_when_left(asked);
            });
        });
        Self {
            error: state.error_of(question.id.clone()),
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
            on_chosen,
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
fn choice_key(answer: Option<&Value>) -> String {
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
            assert_eq!(choice_key(Some(&value)), choice.key());
        }
        assert_eq!(choice_key(None), "");
    }
}
