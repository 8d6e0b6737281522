//! The page that changes the phone number. It asks for the new number and the password; then a one-time code is sent to
//! the new number.
//! If the account has no password, the backend requires a recent proof of identity instead. Then the renewal sheet
//! opens, and asks for a one-time code. No text that the citizen types here is stored.

use contract::ProblemCode;
use contract::account::PhoneChange;
use contract::endpoints::POST_PHONE_CHANGE;
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::{Words, use_words};
use crate::journey::identity::validation;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, TextField, TextKind};

/// Element id of the field for the new phone number.
const PHONE: &str = "new-phone";
/// Element id of the field for the password.
const PASSWORD: &str = "password";

/// The page that changes the phone number.
/// Sends `POST /account/phone`, and opens the code page of the returned challenge (one-time code). The phone number
/// changes only after the citizen has entered the code.
#[component]
pub fn ChangePhonePage() -> impl IntoView {
    let account = use_session().account();
    let has_password = account.is_none_or(|account| !account.lacks_password);
    let words = use_words();
    let text = &words.account().phone;
    let api = use_api();
    let go = use_navigation();
    let form = FormSubmission::new();
    let (phone, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The phone number is validated by the same rule as in the registration form.
    let phone_error = move || {
        let typed = nfc(&phone.get_untracked());
        validation::phone_error(&words.register().form, &typed)
    };
    let request_code = Callback::new(move |()| {
        let typed_password = nfc(&password.get_untracked());
        let invalid = phone_error().map(|message| field_error(PHONE, message));
        let is_missing = has_password && typed_password.is_empty();
        let missing = is_missing.then(|| field_error(PASSWORD, text.password_missing));
        if !form.start(invalid.into_iter().chain(missing).collect()) {
            return;
        }
        // The phone number is valid at this point, so the default value in this code is never sent.
        let body = PhoneChange {
            phone: format::parse_phone(&nfc(&phone.get_untracked())).unwrap_or_default(),
            password: has_password.then_some(typed_password),
        };
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_PHONE_CHANGE, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::enter_code(&challenge.id)),
                Ok(_) => {}
                Err(error) => show_refusal(form, words, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        request_code.run(());
    };
    // An empty field shows no error before the citizen presses the button.
    let phone_left = Callback::new(move |()| {
        let empty = phone.with_untracked(String::is_empty);
        form.validate_left_field(PHONE, empty, phone_error());
    });
    let password_field = has_password.then(|| {
        view! {
            <TextField
                id=PASSWORD
                label=text.password
                hint=text.password_hint
                value=password
                error=form.error_at(PASSWORD)
                kind=TextKind::Password
                autocomplete="current-password"
                show_label=words.sign_in().password.show
                hide_label=words.sign_in().password.hide
            />
        }
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <p class="lede">{text.intro}</p>
            <CurrentPhone />
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <form on:submit=submit novalidate>
                <TextField
                    id=PHONE
                    label=text.phone
                    hint=text.phone_hint
                    value=phone
                    error=form.error_at(PHONE)
                    kind=TextKind::Phone
                    autocomplete="tel"
                    on_blur=phone_left
                />
                {password_field}
                <ErrorNotice error=form.request_error() on_retry=request_code />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.submit}</Button>
                </div>
            </form>
            <BackToAccount />
        </Page>
    }
}

/// Shows the current phone number, masked.
#[component]
fn CurrentPhone() -> impl IntoView {
    let text = &use_words().account().phone;
    use_session()
        .account()
        .and_then(|account| account.phone)
        .map(|phone| {
            view! {
                <p>
                    {text.now} " "
                    <strong class="no-wrap">{format::mask_phone(&phone)}</strong>
                </p>
            }
        })
}

/// Shows the error of a failed request: at the field that the backend's refusal names, or else near the button.
fn show_refusal(form: FormSubmission, words: Words, error: ClientError) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::WrongCredentials, _) | (ProblemCode::InvalidAnswers, Some("/password")) => {
            form.show_field_error(PASSWORD, words.account().phone.password_wrong);
        }
        (ProblemCode::InvalidAnswers, Some("/phone")) => {
            form.show_field_error(PHONE, words.register().form.phone_wrong);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}
