//! The registration slip and sending it: who, for an organisation which one and as what, and what is consented to.

use contract::account::{AccountKind, Organisation, Registration};
use contract::challenge::Challenge;
use contract::consent::ConsentPurpose;
use contract::endpoints::POST_REGISTRATION;
use contract::{Problem, ProblemCode};
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kind::AccountKindQuestion;
use super::slip::{Slip, use_slip};
use super::slip_fields as fields;
use super::slip_fields::{SlipField, typed};
use crate::api::{ClientError, use_api};
use crate::i18n::register::RegistrationFormWords;
use crate::i18n::use_words;
use crate::journey::identity::consent::consent_boxes::{self, ConsentBoxes};
use crate::journey::identity::validation as faults;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::notice::{Notice, NoticeKind};

/// The slip.
#[component]
pub fn SlipForm(
    /// What is wrong with it.
    form: FormSubmission,
    /// Kinds of account, first one first.
    kinds: Vec<AccountKind>,
    /// What consent is asked for.
    purposes: Vec<ConsentPurpose>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.register().form;
    let slip = use_slip();
    let api = use_api();
    let go = use_navigation();
    let asked = StoredValue::new(purposes.clone());
    let outdated = RwSignal::new(false);
    let register = Callback::new(move |()| {
        outdated.set(false);
        let mut wrong = fields::wrong(text, &asked_of(text, slip));
        wrong.extend(asked.with_value(|asked| {
            slip.consents
                .with_untracked(|ticked| consent_boxes::unticked(words.consents(), asked, ticked))
        }));
        if !form.start(wrong) {
            return;
        }
        let go = go.clone();
        let registration = asked.with_value(|asked| canonical(slip, asked));
        spawn_local(async move {
            let outcome = api
                .send(&POST_REGISTRATION, &[], &registration, Vec::new())
                .await;
            match outcome {
                Ok(challenge) => go_on(form, &challenge, &go),
                Err(ClientError::Refused(refusal)) if is_of_consents(&refusal) => {
                    form.clear();
                    outdated.try_set(true);
                }
                Err(error) => fields::refuse(form, &asked_of(text, slip), error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        register.run(());
    };
    let of_kind = Memo::new(move |_| slip.kind());
    let people = move || match of_kind.get() {
        AccountKind::Citizen => person(form, text, slip),
        AccountKind::Organisation => view! {
            <h2>{text.organisation_part}</h2>
            {fields::draw(form, fields::organisation(text, slip))}
            {fields::draw(form, fields::tax_code(text, slip))}
            <h2>{text.person_part}</h2>
            {person(form, text, slip)}
            {fields::draw(form, fields::position(text, slip))}
        }
        .into_any(),
    };
    view! {
        <form on:submit=submit novalidate>
            <AccountKindQuestion kinds=Signal::stored(kinds) />
            {people}
            <ConsentBoxes form=form purposes=purposes ticked=slip.consents />
            <ErrorNotice error=form.request_error() on_retry=register />
            <Show when=move || outdated.get()>
                <Notice kind=NoticeKind::Problem announce=true>
                    <p>{words.consents().changed}</p>
                </Notice>
            </Show>
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
                <ButtonLink href=routes::register() kind=ButtonKind::Plain>{text.back}</ButtonLink>
            </div>
        </form>
    }
}

fn person(form: FormSubmission, text: &RegistrationFormWords, slip: Slip) -> AnyView {
    view! {
        {fields::draw(form, fields::name(text, slip))}
        {fields::draw(form, fields::identity(text, slip))}
        {fields::draw(form, fields::birth_date(text, slip))}
        {fields::draw(form, fields::phone(text, slip))}
    }
    .into_any()
}

/// The fields on screen, in their order.
fn asked_of(text: &RegistrationFormWords, slip: Slip) -> Vec<SlipField> {
    let person = [
        fields::name(text, slip),
        fields::identity(text, slip),
        fields::birth_date(text, slip),
        fields::phone(text, slip),
    ];
    match untrack(|| slip.kind()) {
        AccountKind::Citizen => person.to_vec(),
        AccountKind::Organisation => {
            let mut all = vec![
                fields::organisation(text, slip),
                fields::tax_code(text, slip),
            ];
            all.extend(person);
            all.push(fields::position(text, slip));
            all
        }
    }
}

fn canonical(slip: Slip, asked: &[ConsentPurpose]) -> Registration {
    let organisation = || Organisation {
        name: faults::organisation_name(&typed(slip.organisation)).unwrap_or_default(),
        tax_code: format::tax_code(&typed(slip.tax_code)).unwrap_or_default(),
        position: faults::position_name(&typed(slip.position)).unwrap_or_default(),
    };
    Registration {
        name: format::person_name(&typed(slip.name)).unwrap_or_default(),
        citizen_id: format::identity_number(&typed(slip.identity)).unwrap_or_default(),
        birth_date: format::date(&typed(slip.birth_date)).ok(),
        phone: format::phone(&typed(slip.phone)).unwrap_or_default(),
        organisation: match untrack(|| slip.kind()) {
            AccountKind::Citizen => None,
            AccountKind::Organisation => Some(organisation()),
        },
        consents: slip
            .consents
            .with_untracked(|ticked| consent_boxes::in_force(asked, ticked)),
    }
}

/// To the code, unless the page was left meanwhile.
fn go_on(form: FormSubmission, challenge: &Challenge, go: &impl Fn(&str)) {
    if form.is_on_screen() {
        go(&routes::code(&challenge.id));
    }
}

fn is_of_consents(refusal: &Problem) -> bool {
    let pointer = refusal.pointer.as_deref();
    refusal.code == ProblemCode::InvalidAnswers
        && pointer.is_some_and(|pointer| pointer.starts_with("/consents"))
}
