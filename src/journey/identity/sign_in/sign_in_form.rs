//! The sign-in form: an identifier (citizen id, phone number or tax code) and a password (R2.7–R2.8, R4.3). It is
//! followed by a one-time code. If the sign-in fails, the form doesn't tell whether the identifier or the password is
//! wrong, so that nobody can find out which accounts exist.

use contract::ProblemCode;
use contract::account::{AccountKind, SignIn};
use contract::endpoints::POST_SIGN_IN;
use domain::format::{self, SignInIdentifier};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_kind::AccountKindQuestion;
use super::identity_input::{IdentityInput, use_identity_input};
use super::registration_fields as fields;
use super::registration_fields::nfc_text;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::identity::validation;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::button::Button;
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// Element id of the field for the citizen id or phone number.
const IDENTIFIER: &str = "identifier";
/// Element id of the field for the password.
const PASSWORD: &str = "password";

/// The sign-in form.
/// Sends `POST /sign-ins`, and opens the code page of the returned challenge (one-time code). The message is the same
/// for a wrong identifier and for a wrong password.
#[component]
pub fn SignInForm(
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The kinds of account that can sign in by password. The first is the default.
    kinds: Signal<Vec<AccountKind>>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().form;
    let api = use_api();
    let input = use_identity_input();
    let go = use_navigation();
    // The password is not part of `IdentityInput`, because a password is never stored.
    let password = RwSignal::new(String::new());
    let sign_in = Callback::new(move |()| {
        let password = nfc_text(password);
        let mut errors = validate_identifier(words, input);
        errors.extend(
            password
                .is_empty()
                .then(|| field_error(PASSWORD, text.password_missing)),
        );
        if !form.start(errors) {
            return;
        }
        let body = to_api(input, password);
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_SIGN_IN, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::enter_code(&challenge.id)),
                Ok(_) => {}
                Err(error) => show_refusal(form, words, input, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        sign_in.run(());
    };
    // The kind is a memo, so that the field is rendered again only when the kind changes, and not after every
    // keystroke.
    let kind = Memo::new(move |_| input.kind());
    let identifier = dynamic(move || match kind.get() {
        AccountKind::Citizen => view! { <Identifier form=form input=input /> }.into_any(),
        AccountKind::Organisation => {
            fields::render(form, fields::tax_code_field(&words.register().form, input))
        }
    });
    view! {
        <p class="lede">{text.intro}</p>
        <form on:submit=submit novalidate>
            <AccountKindQuestion kinds=kinds />
            {identifier}
            <TextField
                id=PASSWORD
                label=text.password
                value=password
                error=form.error_at(PASSWORD)
                kind=TextKind::Password
                autocomplete="current-password"
                show_label=words.sign_in().password.show
                hide_label=words.sign_in().password.hide
            />
            <p>
                <a href=routes::forgotten_password()>{text.forgotten}</a>
            </p>
            <ErrorNotice error=form.request_error() on_retry=sign_in />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
    }
}

/// The field for a citizen id or a phone number.
#[component]
fn Identifier(form: FormSubmission, input: IdentityInput) -> impl IntoView {
    let text = &use_words().sign_in().form;
    let leave = Callback::new(move |()| {
        let typed = input.identifier.get_untracked();
        form.validate_left_field(
            IDENTIFIER,
            typed.is_empty(),
            validation::identifier_error(text, &typed),
        );
    });
    view! {
        <TextField
            id=IDENTIFIER
            label=text.identifier
            hint=text.identifier_hint
            value=input.identifier
            error=form.error_at(IDENTIFIER)
            kind=TextKind::Digits
            autocomplete="username"
            on_blur=leave
        />
    }
}

/// Validates the identifier: the citizen id or phone number of a citizen, or the tax code of an organisation.
fn validate_identifier(words: Words, input: IdentityInput) -> Vec<FieldError> {
    match untrack(|| input.kind()) {
        AccountKind::Citizen => {
            let typed = input.identifier.get_untracked();
            let message = validation::identifier_error(&words.sign_in().form, &typed);
            message
                .map(|message| field_error(IDENTIFIER, message))
                .into_iter()
                .collect()
        }
        AccountKind::Organisation => {
            let text = &words.register().form;
            fields::validate_fields(text, &[fields::tax_code_field(text, input)])
        }
    }
}

/// Makes the request body. The identifier is valid at this point, so the default value in this code is never sent.
fn to_api(input: IdentityInput, password: String) -> SignIn {
    let kind = untrack(|| input.kind());
    let identifier = match kind {
        AccountKind::Citizen => format::parse_sign_in_identifier(&input.identifier.get_untracked())
            .map(SignInIdentifier::into_request_text),
        AccountKind::Organisation => format::parse_tax_code(&nfc_text(input.tax_code)),
    };
    SignIn {
        kind,
        identifier: identifier.unwrap_or_default(),
        password,
    }
}

/// Shows the error of a failed request: at the field that the backend's refusal names, or else near the button.
fn show_refusal(form: FormSubmission, words: Words, input: IdentityInput, error: ClientError) {
    let text = &words.sign_in().form;
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::WrongCredentials, _) | (ProblemCode::InvalidAnswers, Some("/password")) => {
            form.show_field_error(PASSWORD, text.mismatch);
        }
        (ProblemCode::InvalidAnswers, Some("/identifier")) => {
            let form_text = &words.register().form;
            let tax_code = fields::tax_code_field(form_text, input).with_pointer("/identifier");
            match untrack(|| input.kind()) {
                AccountKind::Citizen => form.show_field_error(IDENTIFIER, text.identifier_wrong),
                AccountKind::Organisation => {
                    fields::show_refusal(form, &[tax_code], ClientError::Refused(refusal));
                }
            }
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}
