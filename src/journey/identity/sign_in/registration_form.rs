//! The registration form. It asks for the person's data, for the organisation that the person represents, and for the
//! consents.
//!
//! To register an organisation, the same form has additional fields. The backend responds with a challenge whether or
//! not the account already exists, so that nobody can find out which accounts exist.

use contract::account::{AccountKind, Organisation, Registration};
use contract::challenge::Challenge;
use contract::consent::ConsentPurpose;
use contract::endpoints::POST_REGISTRATION;
use contract::{Problem, ProblemCode};
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_kind::AccountKindQuestion;
use super::identity_input::{IdentityInput, use_identity_input};
use super::registration_fields as fields;
use super::registration_fields::{RegistrationField, nfc_text};
use crate::api::{ClientError, use_api};
use crate::i18n::register::RegistrationFormWords;
use crate::i18n::use_words;
use crate::journey::identity::consent::consent_boxes::{self, ConsentBoxes};
use crate::journey::identity::validation;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::notice::{Notice, NoticeKind};

/// The registration form.
/// Sends `POST /registrations`, and opens the code page of the returned challenge (one-time code). If the wording of a
/// consent has changed, the form asks the citizen to reload the page and read the new wording.
#[component]
pub fn RegistrationForm(
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The kinds of account that can be registered. The first is the default.
    kinds: Vec<AccountKind>,
    /// The purposes of data processing for which the backend needs consent.
    purposes: Vec<ConsentPurpose>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.register().form;
    let input = use_identity_input();
    let api = use_api();
    let go = use_navigation();
    let stored_purposes = StoredValue::new(purposes.clone());
    let has_outdated_consents = RwSignal::new(false);
    let register = Callback::new(move |()| {
        has_outdated_consents.set(false);
        let mut errors = fields::validate_fields(text, &shown_fields(text, input));
        errors.extend(stored_purposes.with_value(|purposes| {
            input.consents.with_untracked(|checked| {
                consent_boxes::validate_consents(words.consents(), purposes, checked)
            })
        }));
        if !form.start(errors) {
            return;
        }
        let go = go.clone();
        let registration = stored_purposes.with_value(|purposes| to_api(input, purposes));
        spawn_local(async move {
            let outcome = api
                .send(&POST_REGISTRATION, &[], &registration, Vec::new())
                .await;
            match outcome {
                Ok(challenge) => open_code_page(form, &challenge, &go),
                Err(ClientError::Refused(refusal)) if concerns_consents(&refusal) => {
                    form.clear();
                    has_outdated_consents.try_set(true);
                }
                Err(error) => fields::show_refusal(form, &shown_fields(text, input), error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        register.run(());
    };
    // The kind is a memo, so that the fields are rendered again only when the kind changes, and not after every
    // keystroke.
    let kind = Memo::new(move |_| input.kind());
    let fields = dynamic(move || match kind.get() {
        AccountKind::Citizen => person_fields(form, text, input),
        AccountKind::Organisation => view! {
            <h2>{text.organisation_part}</h2>
            {fields::render(form, fields::organisation_field(text, input))}
            {fields::render(form, fields::tax_code_field(text, input))}
            <h2>{text.person_part}</h2>
            {person_fields(form, text, input)}
            {fields::render(form, fields::position_field(text, input))}
        }
        .into_any(),
    });
    view! {
        <form on:submit=submit novalidate>
            <AccountKindQuestion kinds=Signal::stored(kinds) />
            {fields}
            <ConsentBoxes form=form purposes=purposes checked=input.consents />
            <ErrorNotice error=form.request_error() on_retry=register />
            <Show when=move || has_outdated_consents.get()>
                <Notice kind=NoticeKind::Error announce=true>
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

/// Renders the fields about the person. They are the same for both kinds of account.
fn person_fields(
    form: FormSubmission,
    text: &RegistrationFormWords,
    input: IdentityInput,
) -> AnyView {
    view! {
        {fields::render(form, fields::name_field(text, input))}
        {fields::render(form, fields::identity_field(text, input))}
        {fields::render(form, fields::birth_date_field(text, input))}
        {fields::render(form, fields::phone_field(text, input))}
    }
    .into_any()
}

/// The fields that the form shows, in the order of the screen.
fn shown_fields(text: &RegistrationFormWords, input: IdentityInput) -> Vec<RegistrationField> {
    let person = [
        fields::name_field(text, input),
        fields::identity_field(text, input),
        fields::birth_date_field(text, input),
        fields::phone_field(text, input),
    ];
    match untrack(|| input.kind()) {
        AccountKind::Citizen => person.to_vec(),
        AccountKind::Organisation => {
            let mut all = vec![
                fields::organisation_field(text, input),
                fields::tax_code_field(text, input),
            ];
            all.extend(person);
            all.push(fields::position_field(text, input));
            all
        }
    }
}

/// Makes the body of the registration request. All fields are valid at this point, so the default values in this code
/// are never sent.
fn to_api(input: IdentityInput, purposes: &[ConsentPurpose]) -> Registration {
    let organisation = || Organisation {
        name: validation::organisation_name(&nfc_text(input.organisation)).unwrap_or_default(),
        tax_code: format::parse_tax_code(&nfc_text(input.tax_code)).unwrap_or_default(),
        position: validation::position_name(&nfc_text(input.position)).unwrap_or_default(),
    };
    Registration {
        name: format::parse_person_name(&nfc_text(input.name)).unwrap_or_default(),
        citizen_id: format::parse_identity_number(&nfc_text(input.identity)).unwrap_or_default(),
        birth_date: format::parse_date(&nfc_text(input.birth_date)).ok(),
        phone: format::parse_phone(&nfc_text(input.phone)).unwrap_or_default(),
        organisation: match untrack(|| input.kind()) {
            AccountKind::Citizen => None,
            AccountKind::Organisation => Some(organisation()),
        },
        consents: input
            .consents
            .with_untracked(|checked| consent_boxes::current_consents(purposes, checked)),
    }
}

/// Opens the code page, unless the citizen has left the form in the meantime.
fn open_code_page(form: FormSubmission, challenge: &Challenge, go: &impl Fn(&str)) {
    if form.is_on_screen() {
        go(&routes::enter_code(&challenge.id));
    }
}

/// Whether the backend refused the consents because their wording has changed.
fn concerns_consents(refusal: &Problem) -> bool {
    let pointer = refusal.pointer.as_deref();
    refusal.code == ProblemCode::InvalidAnswers
        && pointer.is_some_and(|pointer| pointer.starts_with("/consents"))
}
