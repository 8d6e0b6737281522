//! Questions that are answered by choosing: with radio buttons, a select list or a checkbox. A choice is recorded at
//! once.

use domain::fold::fold;
use domain::form::{AnswerKind, AnswerOption, Question};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use super::typed_question::optional_mark;
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::reactive::effect;
use crate::ui::{self, Checkbox, Finder, Lang, RadioGroup, SelectField};

/// A question with few options, all of which are visible: «Có» or «Không», or other radio buttons.
#[component]
pub(super) fn RadioQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
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

/// A question with many options, in a select list that can be filtered.
#[component]
pub(super) fn SelectQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
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

/// The text field that filters a long list of options, such as 54 ethnic groups or 70 nationalities.
fn list_finder(words: &FillFormWords) -> Finder {
    Finder {
        label: words.list_filter,
        hint: "",
        none: words.list_none,
        found: words.list_found,
        fold,
        left_out: &[],
        other_names: None,
    }
}

/// A statement that the citizen agrees to with a checkbox. Unchecking it removes the answer.
#[component]
pub(super) fn CheckboxQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let field = ChoiceQuestionField::new(question, state);
    let is_checked = RwSignal::new(field.value.with_untracked(|value| value == "true"));
    let value = field.value;
    effect(move || is_checked.set(value.with(|value| value == "true")));
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

/// The values that a field with options needs, whether it is a group of radio buttons, a select list or a checkbox.
struct ChoiceQuestionField {
    /// Element id of the field, which is the question's id.
    id: String,
    /// Label of the question.
    label: String,
    /// Key of the chosen option; empty if none is chosen.
    value: RwSignal<String>,
    /// The options that the citizen can choose from.
    choices: Vec<ui::SelectOption>,
    /// Language of the option labels. It is the form's language, except for «Có» and «Không», which are the app's own
    /// texts.
    choices_lang: Lang,
    /// Hint text that is shown below the label.
    hint: String,
    /// Error message below the field; `None` if the answer has no error.
    error: Signal<Option<String>>,
    /// Text after the label: «(không bắt buộc)» if the question is optional, otherwise empty.
    optional_mark: Signal<String>,
    /// Records and validates the choice. Called after each choice.
    on_change: Callback<()>,
}

impl ChoiceQuestionField {
    /// Connects the field to the question's answer in the draft: a change of one updates the other.
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.questions.answer(&question.id);
        let value = RwSignal::new(choice_key(answer.get_untracked().as_ref()));
        effect(move || {
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

/// The options of a question. Empty for a checkbox.
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

/// The key of an answer, in the same format as [`AnswerOption::key`]. It selects the answer's option in the field.
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
