//! Questions answered by choosing: radio buttons, a list, or a checkbox. A choice is recorded at once.

use domain::fold::fold;
use domain::form::{AnswerKind, AnswerOption, Question};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use super::typed_question::optional_mark;
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::ui::{self, Checkbox, Finder, Lang, RadioGroup, SelectField};

/// A question with a few choices, all visible: yes or no, or radio buttons.
#[component]
pub(super) fn RadioQuestion(
    /// The question.
    question: Question,
    /// State of the page that asks the question.
    state: FormState,
) -> impl IntoView {
    let field = ChoiceQuestionField::new(question, state);
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
            on_change=field.on_change
        />
    }
}

/// A question with many choices, in a list that can be filtered.
#[component]
pub(super) fn SelectQuestion(
    /// The question.
    question: Question,
    /// State of the page that asks the question.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let field = ChoiceQuestionField::new(question, state);
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
            on_change=field.on_change
        />
    }
}

/// The filter above a long list, such as 54 ethnic groups or 70 nationalities.
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

/// A statement to agree to. Unchecking it removes the answer.
#[component]
pub(super) fn CheckboxQuestion(
    /// The question.
    question: Question,
    /// State of the page that asks the question.
    state: FormState,
) -> impl IntoView {
    let field = ChoiceQuestionField::new(question, state);
    let is_checked = RwSignal::new(field.value.with_untracked(|value| value == "true"));
    let value = field.value;
    Effect::new(move |_| is_checked.set(value.with(|value| value == "true")));
    let changed = Callback::new(move |()| {
        let key = if is_checked.get_untracked() {
            "true"
        } else {
            ""
        };
        value.set(key.to_owned());
        field.on_change.run(());
    });
    view! {
        <Checkbox
            id=field.id
            label=field.label
            lang=official()
            checked=is_checked
            hint=field.hint
            error=field.error
            on_change=changed
        />
    }
}

/// The values that a field with choices needs, whatever its control.
struct ChoiceQuestionField {
    /// Element id, which is the question's id.
    id: String,
    /// Label of the question.
    label: String,
    /// Key of the chosen option; empty if none is chosen.
    value: RwSignal<String>,
    /// The options.
    choices: Vec<ui::SelectOption>,
    /// Language of the options: the form's, but «Có» and «Không» are the app's own words.
    choices_lang: Lang,
    /// Hint below the label.
    hint: String,
    /// Error message.
    error: Signal<Option<String>>,
    /// «(không bắt buộc)», or empty.
    optional_mark: Signal<String>,
    /// Records and validates the choice.
    on_change: Callback<()>,
}

impl ChoiceQuestionField {
    /// Connects a question with its answer in the draft, in both directions.
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.questions.answer(&question.id);
        let value = RwSignal::new(choice_key(answer.get_untracked().as_ref()));
        Effect::new(move |_| {
            let now = choice_key(answer.get().as_ref());
            if value.with_untracked(|value| *value != now) {
                value.set(now);
            }
        });
        let stored = StoredValue::new(question.clone());
        let on_change = Callback::new(move |()| {
            stored.with_value(|question| {
                state.set_typed_answer(question, &value.get_untracked());
                state.validate_when_left(question);
            });
        });
        Self {
            error: state.error_of(question.id.clone()),
            optional_mark: optional_mark(&question, state),
            choices: choices(&question.kind),
            choices_lang: match question.kind {
                AnswerKind::YesNo => None,
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

/// The options of a question; empty for a checkbox.
fn choices(kind: &AnswerKind) -> Vec<ui::SelectOption> {
    let words = use_words().fill_form();
    let option = |value: &str, label: &str| ui::SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    match kind {
        AnswerKind::YesNo => vec![option("true", words.yes), option("false", words.no)],
        AnswerKind::Select(choices) | AnswerKind::Radio(choices) => {
            let to_option = |choice: &AnswerOption| option(&choice.key(), &choice.label);
            choices.iter().map(to_option).collect()
        }
        _ => Vec::new(),
    }
}

/// The key of an answer among the control's choices, in the same format as [`AnswerOption::key`].
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
    fn an_answer_of_any_type_selects_its_choice() {
        for value in [json!("Nam"), json!(2), json!(true), json!(1.5)] {
            let choice = AnswerOption {
                value: value.clone(),
                label: String::new(),
            };
            assert_eq!(choice_key(Some(&value)), choice.key());
        }
        assert_eq!(choice_key(None), "");
    }
}
