//! Questions that are answered by typing. While the field has the focus, the text stays as the citizen types it. When
//! the citizen leaves the field, a valid text is formatted.

use contract::draft::ForWhom;
use domain::calendar::Date;
use domain::form::{AnswerKind, Prefill, Question, display_answer};
use domain::format::parse_date;
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::{FormState, parse_typed};
use super::remark::remark;
use crate::i18n::{official, use_words};
use crate::page::dates::today;
use crate::reactive::effect;
use crate::ui::{DatePicker, TextArea, TextField, TextKind};

/// A question with a one-line text field.
#[component]
pub(super) fn TypedQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let kind = match question.kind {
        AnswerKind::Phone => TextKind::Phone,
        AnswerKind::Email => TextKind::Email,
        AnswerKind::CitizenId
        | AnswerKind::IdentityNumber
        | AnswerKind::Count
        | AnswerKind::Money => TextKind::Digits,
        _ => TextKind::Text,
    };
    let autocomplete = autocomplete(&question, state.for_whom());
    let latest = match question.allows_future {
        true => None,
        false => Some(today()),
    };
    let is_day = question.kind == AnswerKind::Date;
    let field = TextQuestionField::new(question, state);
    let calendar = is_day.then(|| calendar(&field, latest));
    view! {
        <TextField
            id=field.id
            label=field.label
            value=field.value
            hint=field.hint
            lang=official()
            remark=field.remark
            error=field.error
            kind=kind
            autocomplete=autocomplete
            optional_mark=field.optional_mark
            beside=calendar
            on_input=field.on_input
            on_blur=field.on_blur
        />
    }
}

/// The browser offers the citizen's own name, phone or e-mail address only in a field about the citizen. In a field about
/// somebody else, the offer would be wrong.
fn autocomplete(question: &Question, for_whom: ForWhom) -> &'static str {
    if !question.carry_over.is_own(for_whom) {
        return "off";
    }
    match (question.prefill, &question.kind) {
        (Some(Prefill::AccountName), _) => "name",
        (Some(Prefill::AccountPhone), _) => "tel",
        (None, AnswerKind::Email) => "email",
        (Some(Prefill::AccountCitizenId | Prefill::AccountBirthDate) | None, _) => "off",
    }
}

/// The date picker of the browser. A picked date is handled as if the citizen had typed it and then left the field.
fn calendar(field: &TextQuestionField, latest: Option<Date>) -> AnyView {
    let (value, on_input, on_blur) = (field.value, field.on_input, field.on_blur);
    let day = Signal::derive(move || {
        let typed = value.with(|typed| parse_date(typed)).ok();
        let day = typed.and_then(|day| Date::parse_vietnamese(&day));
        day.map(Date::to_iso).unwrap_or_default()
    });
    let picked = Callback::new(move |day: String| {
        value.set(day);
        on_input.run(());
        on_blur.run(());
    });
    view! {
        <DatePicker
            field=field.id.clone()
            label=use_words().fill_form().pick_date
            day=day
            latest=latest.map(Date::to_iso).unwrap_or_default()
            on_change=picked
        />
    }
    .into_any()
}

/// A question with a multi-line text field.
#[component]
pub(super) fn TextAreaQuestion(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let field = TextQuestionField::new(question, state);
    view! {
        <TextArea
            id=field.id
            label=field.label
            value=field.value
            hint=field.hint
            lang=official()
            error=field.error
            optional_mark=field.optional_mark
            on_input=field.on_input
            on_blur=field.on_blur
        />
    }
}

/// The values that a text field needs, whether it has one line or several.
struct TextQuestionField {
    /// Element id of the field, which is the question's id.
    id: String,
    /// Label of the question.
    label: String,
    /// The text in the field.
    value: RwSignal<String>,
    /// Hint text that is shown below the label.
    hint: String,
    /// Remark that is shown below the hint. It may change while the citizen types.
    remark: Signal<String>,
    /// Error message below the field; `None` if the answer has no error.
    error: Signal<Option<String>>,
    /// Text after the label: «(không bắt buộc)» if the question is optional, otherwise empty.
    optional_mark: Signal<String>,
    /// Records the text. Called after each change of the text.
    on_input: Callback<()>,
    /// Validates and formats the text. Called when the citizen leaves the field.
    on_blur: Callback<()>,
}

impl TextQuestionField {
    /// Connects the field to the question's answer in the draft: a change of one updates the other.
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.questions.answer(&question.id);
        let value = RwSignal::new(display_text(&question, answer.get_untracked().as_ref()));
        let stored = StoredValue::new(question.clone());
        // The answer may also change on another device. The field's text is replaced only if the new answer differs
        // from the answer that this text means. Otherwise the text stays as the citizen has typed it.
        effect(move || {
            let now = answer.get();
            let is_outdated =
                stored.with_value(|question| parse_typed(question, &value.get_untracked()) != now);
            if is_outdated {
                value.set(stored.with_value(|question| display_text(question, now.as_ref())));
            }
        });
        let on_input = Callback::new(move |()| {
            stored.with_value(|question| state.set_typed_answer(question, &value.get_untracked()));
        });
        let on_blur = Callback::new(move |()| {
            stored.with_value(|question| {
                state.validate_when_left(question);
                let formatted = display_text(
                    question,
                    parse_typed(question, &value.get_untracked()).as_ref(),
                );
                if value.with_untracked(|value| *value != formatted) {
                    value.set(formatted);
                }
            });
        });
        Self {
            hint: question.hint.clone().unwrap_or_default(),
            remark: remark(&question, answer, state),
            error: state.error_of(question.id.clone()),
            optional_mark: optional_mark(&question, state),
            id: question.id,
            label: question.label,
            value,
            on_input,
            on_blur,
        }
    }
}

/// The text that the field shows for an answer. Empty if there is no answer.
fn display_text(question: &Question, answer: Option<&Value>) -> String {
    answer
        .map(|answer| display_answer(&question.kind, answer))
        .unwrap_or_default()
}

/// The text «(không bắt buộc)» if the question is optional. Empty if the question must be answered, or has an error
/// because it isn't answered.
pub(super) fn optional_mark(question: &Question, state: FormState) -> Signal<String> {
    let id = question.id.clone();
    let optional = use_words().fill_form().optional;
    let answer = state.questions.answer(&question.id);
    let is_needed = Memo::new(move |_| {
        let has_error = state.errors.with(|errors| errors.contains_key(&id));
        (has_error && answer.with(Option::is_none))
            || state.questions.required.with(|ids| ids.contains(&id))
    });
    Signal::derive(move || match is_needed.get() {
        true => String::new(),
        false => optional.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use domain::form::{FormDefinition, load_form};
    use serde_json::json;

    use super::*;

    /// A form with questions about the citizen who files, about the person whom the dossier is for, and about a third
    /// person.
    fn form() -> FormDefinition {
        let control = |id: &str, options: Value| {
            let scope = ["#/properties/", id].concat();
            json!({"type": "Control", "scope": scope, "options": options})
        };
        let name = json!({"type": "string", "format": "person-name"});
        let email = json!({"type": "string", "format": "email"});
        let form = json!({
            "key": "f", "version": 1, "title": "F",
            "schema": {"type": "object", "properties": {
                "requester_name": name, "owner_name": name, "owner_email": email,
                "witness_name": name, "witness_email": email
            }},
            "ui_schema": {"type": "VerticalLayout", "elements": [
                control("requester_name", json!({"prefill": "account.name", "carry_over": "always"})),
                control("owner_name", json!({"prefill": "account.name", "carry_over": "oneself"})),
                control("owner_email", json!({"carry_over": "oneself"})),
                control("witness_name", json!({})),
                control("witness_email", json!({}))
            ]}
        });
        load_form(&serde_json::from_value(form).unwrap(), |_| None).unwrap()
    }

    #[test]
    fn offers_the_citizens_own_data_only_in_fields_about_the_citizen() {
        let form = form();
        let offered = |for_whom| {
            let questions = form.questions();
            questions
                .map(|question| autocomplete(question, for_whom))
                .collect::<Vec<_>>()
        };
        let oneself = ["name", "name", "email", "off", "off"];
        assert_eq!(offered(ForWhom::Oneself), oneself);
        let child = ["name", "off", "off", "off", "off"];
        assert_eq!(offered(ForWhom::Child), child);
        assert_eq!(offered(ForWhom::Helped), ["off"; 5]);
    }
}
