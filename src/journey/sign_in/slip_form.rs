//! The fields of the registration slip and sending it. Sound texts take their usual form when their field is
//! left; anything else stays as it was typed.

use contract::account::Registration;
use contract::challenge::Challenge;
use contract::endpoints::POST_REGISTRATION;
use contract::{Problem, ProblemCode};
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::faults::{self, Said};
use super::slip::{Slip, use_slip};
use crate::api::{ClientError, use_api};
use crate::browser::text::nfc;
use crate::i18n::sign_in::SlipWords;
use crate::i18n::use_words;
use crate::journey::form_problems::{FormProblems, problem};
use crate::journey::going::use_go;
use crate::journey::trouble::TroubleNotice;
use crate::routes;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::text_field::{TextField, TextKind};

const NAME: &str = "name";
const IDENTITY: &str = "citizen-id";
const PHONE: &str = "phone";

/// A field: its id, its text, what is wrong with a text, and a sound text in its usual form.
struct Field {
    id: &'static str,
    value: RwSignal<String>,
    fault: fn(&SlipWords, &str) -> Said,
    usual: fn(&str) -> Option<String>,
}

fn fields(slip: Slip) -> [Field; 3] {
    [
        Field {
            id: NAME,
            value: slip.name,
            fault: faults::name,
            usual: |typed| format::person_name(typed).ok(),
        },
        Field {
            id: IDENTITY,
            value: slip.identity,
            fault: faults::identity,
            usual: |typed| {
                let id = format::identity_number(typed).ok()?;
                Some(format::group_citizen_id(&id))
            },
        },
        Field {
            id: PHONE,
            value: slip.phone,
            fault: faults::phone,
            usual: |typed| Some(format::group_phone(&format::phone(typed).ok()?)),
        },
    ]
}

/// The slip.
#[component]
pub fn SlipForm(
    /// What is wrong with it.
    form: FormProblems,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().slip;
    let slip = use_slip();
    let api = use_api();
    let go = use_go();
    let register = Callback::new(move |()| {
        let wrong = fields(slip)
            .into_iter()
            .filter_map(|field| {
                let typed = nfc(&field.value.get_untracked());
                (field.fault)(text, &typed).map(|message| problem(field.id, message))
            })
            .collect();
        if !form.may_send(wrong) {
            return;
        }
        let go = go.clone();
        let registration = canonical(slip);
        spawn_local(async move {
            let outcome = api
                .send(&POST_REGISTRATION, &[], &registration, Vec::new())
                .await;
            if let Some(challenge) = taken(form, text, outcome) {
                go(&routes::code(&challenge.id));
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        register.run(());
    };
    let leave = Callback::new(move |id: &'static str| {
        for field in fields(slip).into_iter().filter(|field| field.id == id) {
            let typed = nfc(&field.value.get_untracked());
            form.left(id, typed.is_empty(), (field.fault)(text, &typed));
            if let Some(usual) = (field.usual)(&typed) {
                field.value.set(usual);
            }
        }
    });
    view! {
        <form on:submit=submit novalidate>
            <TextField
                id=NAME
                label=text.name
                hint=text.name_hint
                value=slip.name
                error=form.at(NAME)
                autocomplete="name"
                on_leave=Callback::new(move |()| leave.run(NAME))
            />
            <TextField
                id=IDENTITY
                label=text.identity
                hint=text.identity_hint
                value=slip.identity
                error=form.at(IDENTITY)
                kind=TextKind::Digits
                autocomplete="off"
                on_leave=Callback::new(move |()| leave.run(IDENTITY))
            />
            <TextField
                id=PHONE
                label=text.phone
                hint=text.phone_hint
                value=slip.phone
                error=form.at(PHONE)
                kind=TextKind::Phone
                autocomplete="tel"
                on_leave=Callback::new(move |()| leave.run(PHONE))
            />
            <TroubleNotice error=form.trouble() on_retry=register />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
                <ButtonLink href=routes::register() kind=ButtonKind::Plain>{text.back}</ButtonLink>
            </div>
        </form>
    }
}

fn canonical(slip: Slip) -> Registration {
    let typed = |value: RwSignal<String>| nfc(&value.get_untracked());
    Registration {
        name: format::person_name(&typed(slip.name)).unwrap_or_default(),
        citizen_id: format::identity_number(&typed(slip.identity)).unwrap_or_default(),
        phone: format::phone(&typed(slip.phone)).unwrap_or_default(),
        organisation: None,
        consents: Vec::new(),
    }
}

/// The challenge to go on with, unless the slip was refused or its page was left meanwhile.
fn taken(
    form: FormProblems,
    text: &SlipWords,
    outcome: Result<Challenge, ClientError>,
) -> Option<Challenge> {
    match outcome {
        Ok(challenge) => form.stands().then_some(challenge),
        Err(ClientError::Refused(refusal)) => {
            match refused_field(&refusal, text) {
                Some((field, message)) => form.refused(field, message),
                None => form.failed(ClientError::Refused(refusal)),
            }
            None
        }
        Err(error) => {
            form.failed(error);
            None
        }
    }
}

fn refused_field(refusal: &Problem, text: &SlipWords) -> Option<(&'static str, &'static str)> {
    if refusal.code != ProblemCode::InvalidAnswers {
        return None;
    }
    match refusal.pointer.as_deref()? {
        "/name" => Some((NAME, text.name_wrong)),
        "/citizen_id" => Some((IDENTITY, text.identity_length)),
        "/phone" => Some((PHONE, text.phone_wrong)),
        _ => None,
    }
}
