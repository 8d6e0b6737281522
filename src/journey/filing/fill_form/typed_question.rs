//! Questions answered by typing. The text is kept as it is while one types, and put in order when the field is left.

use domain::calendar::Date;
use domain::form::{Kind, Prefill, Question, show};
use domain::format::date;
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::{FormState, stored};
use super::remark::remark;
use crate::i18n::{official, use_words};
use crate::page::dates::today;
use crate::ui::{DatePicker, TextArea, TextField, TextKind};

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
        (Some(Prefill::AccountCitizenId | Prefill::AccountBirthDate) | None, _) => "off",
    };
    let latest = match question.may_be_future {
        true => None,
        false => today(),
    };
    let is_day = question.kind == Kind::Date;
    let typing = Typing::new(question, state);
    let calendar = is_day.then(|| calendar(&typing, latest));
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
            beside=calendar
            on_input=typing.on_input
            on_blur=typing.on_blur
        />
    }
}

/// The browser's calendar: the day picked counts as typed and left.
fn calendar(typing: &Typing, latest: Option<Date>) -> AnyView {
    let (value, on_input, on_blur) = (typing.value, typing.on_input, typing.on_blur);
    let day = Signal::derive(move || {
        let typed = value.with(|typed| date(typed)).ok();
        let day = typed.and_then(|day| Date::from_vietnamese(&day));
        day.map(Date::iso).unwrap_or_default()
    });
    let picked = Callback::new(move |day: String| {
        value.set(day);
        on_input.run(());
        on_blur.run(());
    });
    view! {
        <DatePicker
            field=typing.id.clone()
            label=use_words().fill_form().pick_date
            day=day
            latest=latest.map(Date::iso).unwrap_or_default()
            on_change=picked
        />
    }
    .into_any()
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
            on_input=typing.on_input
            on_blur=typing.on_blur
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
    optional_mark: Signal<String>,
    on_input: Callback<()>,
    on_blur: Callback<()>,
}

impl Typing {
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.now.answer(&question.id);
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
        let on_input = Callback::new(move |()| {
            asked.with_value(|asked| state.take(asked, &value.get_untracked()));
        });
        let on_blur = Callback::new(move |()| {
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
            on_input,
            on_blur,
        }
    }
}

fn shown(question: &Question, answer: Option<&Value>) -> String {
    answer
        .map(|answer| show(&question.kind, answer))
        .unwrap_or_default()
}

/// «(không bắt buộc)» while nothing needs to be answered, nor is asked for by the fault that is told.
pub(super) fn optional_mark(question: &Question, state: FormState) -> Signal<String> {
    let id = question.id.clone();
    let optional = use_words().fill_form().optional;
    let answer = state.now.answer(&question.id);
    let wanted = Memo::new(move |_| {
        let told = state.faults.with(|faults| faults.contains_key(&id));
        (told && answer.with(Option::is_none)) || state.now.required.with(|ids| ids.contains(&id))
    });
    Signal::derive(move || match wanted.get() {
        true => String::new(),
        false => optional.to_owned(),
    })
}
