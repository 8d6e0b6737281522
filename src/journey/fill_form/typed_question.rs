//! Questions answered by typing. The text is kept as it is while one types, and put in order when the field is left.

use domain::form::{Kind, Prefill, Question, required, show};
use domain::format::{IdWarning, Sex, citizen_id_warnings};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::{FormState, stored};
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::session::use_session;
use crate::ui::{TextArea, TextField, TextKind};

/// A question of one line.
#[component]
pub fn TypedQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let kind = match question.kind {
        Kind::Phone => TextKind::Phone,
        Kind::Email => TextKind::Email,
        Kind::CitizenId | Kind::IdentityNumber | Kind::Count | Kind::Money => TextKind::Digits,
        _ => TextKind::Text,
    };
    let autocomplete = match (question.prefill, &question.kind) {
        (Some(Prefill::AccountName), _) => "name",
        (Some(Prefill::AccountPhone), _) => "tel",
        (None, Kind::Email) => "email",
        (Some(Prefill::AccountCitizenId) | None, _) => "off",
    };
    let typing = Typing::new(question, state);
    view! {
        <TextField
            id=typing.id
            label=typing.label
            value=typing.value
            hint=typing.hint
            lang=official()
            remark=typing.remark
            error=typing.error
            kind=kind
            autocomplete=autocomplete
            optional_mark=typing.optional_mark
            on_typed=typing.on_typed
            on_leave=typing.on_leave
        />
    }
}

/// A question of several lines.
#[component]
pub fn LongQuestion(
    /// The question.
    question: Question,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let typing = Typing::new(question, state);
    view! {
        <TextArea
            id=typing.id
            label=typing.label
            value=typing.value
            hint=typing.hint
            lang=official()
            error=typing.error
            optional_mark=typing.optional_mark
            on_typed=typing.on_typed
            on_leave=typing.on_leave
        />
    }
}

/// What a field that is typed into needs, whatever its size.
struct Typing {
    id: String,
    label: String,
    value: RwSignal<String>,
    hint: String,
    remark: Signal<String>,
    error: Signal<Option<String>>,
    optional_mark: String,
    on_typed: Callback<()>,
    on_leave: Callback<()>,
}

impl Typing {
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.answer(question.id.clone());
        let value = RwSignal::new(shown(&question, answer.get_untracked().as_ref()));
        let asked = StoredValue::new(question.clone());
        // Another device, or the server, may answer the question too: what the field would store tells.
        Effect::new(move |_| {
            let now = answer.get();
            let differs = asked.with_value(|asked| stored(asked, &value.get_untracked()) != now);
            if differs {
                value.set(asked.with_value(|asked| shown(asked, now.as_ref())));
            }
        });
        let on_typed = Callback::new(move |()| {
            asked.with_value(|asked| state.take(asked, &value.get_untracked()));
        });
        let on_leave = Callback::new(move |()| {
            asked.with_value(|asked| {
                state.judge(asked);
                let in_order = shown(asked, stored(asked, &value.get_untracked()).as_ref());
                if value.with_untracked(|value| *value != in_order) {
                    value.set(in_order);
                }
            });
        });
        Self {
            hint: question.hint.clone().unwrap_or_default(),
            remark: remark(&question, answer, state),
            error: state.fault(question.id.clone()),
            optional_mark: optional_mark(&question, state),
            id: question.id,
            label: question.label,
            value,
            on_typed,
            on_leave,
        }
    }
}

fn shown(question: &Question, answer: Option<&Value>) -> String {
    answer
        .map(|answer| show(&question.kind, answer))
        .unwrap_or_default()
}

/// «(không bắt buộc)» where nothing needs to be answered.
pub(super) fn optional_mark(question: &Question, state: FormState) -> String {
    let form = state.form.get_value();
    let needed = state.with_answers(|answers| required(&form, answers).contains(&question.id));
    match needed {
        true => String::new(),
        false => use_words().fill_form().optional.to_owned(),
    }
}

/// How a date is written, if the form doesn't say; where the answer came from; and what looks odd about it.
fn remark(question: &Question, answer: Memo<Option<Value>>, state: FormState) -> Signal<String> {
    let words = use_words().fill_form();
    let own = match (&question.hint, &question.kind) {
        (None, Kind::Date) => words.date_hint,
        (None, Kind::PartialDate) => words.partial_date_hint,
        _ => "",
    };
    let known = prefilled(question);
    let is_id = matches!(question.kind, Kind::CitizenId | Kind::IdentityNumber);
    let related = question
        .id
        .strip_suffix("citizen_id")
        .filter(|_| is_id)
        .map(|stem| {
            let birth = state.answer([stem, "birth_date"].concat());
            let sex = state.answer([stem, "sex"].concat());
            (birth, sex)
        });
    Signal::derive(move || {
        let mut remark = own.to_owned();
        let answer = answer.get();
        let answer = answer.as_ref().and_then(Value::as_str).unwrap_or_default();
        if known.as_deref() == Some(answer) {
            add(&mut remark, words.from_account);
        }
        if let Some((birth, sex)) = related {
            for sentence in id_warnings(words, answer, birth.get().as_ref(), sex.get().as_ref()) {
                add(&mut remark, sentence);
            }
        }
        remark
    })
}

fn add(remark: &mut String, sentence: &str) {
    if !remark.is_empty() {
        remark.push(' ');
    }
    remark.push_str(sentence);
}

/// What the account would answer.
fn prefilled(question: &Question) -> Option<String> {
    let account = use_session().account()?;
    question.prefill.map(|prefill| match prefill {
        Prefill::AccountName => account.name,
        Prefill::AccountCitizenId => account.citizen_id,
        Prefill::AccountPhone => account.phone,
    })
}

/// What in a citizen id doesn't fit the answers of the same person, whose questions share the id's first letters.
fn id_warnings(
    words: &FillFormWords,
    id: &str,
    birth: Option<&Value>,
    sex: Option<&Value>,
) -> Vec<&'static str> {
    let sex = match sex.and_then(Value::as_str) {
        Some("Nam") => Some(Sex::Male),
        Some("Nữ") => Some(Sex::Female),
        _ => None,
    };
    let warnings = citizen_id_warnings(id, birth.and_then(Value::as_str), sex);
    let sentence = |warning| match warning {
        IdWarning::UnknownProvince => words.warning_province,
        IdWarning::BirthYearDiffers => words.warning_year,
        IdWarning::SexDiffers => words.warning_sex,
    };
    warnings.into_iter().map(sentence).collect()
}
