//! The page that sets or changes the e-mail address. It asks for the address and the password; then a one-time code is
//! sent to the address. If the account has no password, the backend requires a recent proof of identity instead, and the
//! renewal sheet opens. No text that the citizen types here is stored.

use contract::ProblemCode;
use contract::account::EmailChange;
use contract::endpoints::POST_EMAIL_CHANGE;
use domain::format::{FormatError, mask_email, parse_email};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::notice_settings::EmailFormWords;
use crate::i18n::{Words, use_words};
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, TextField, TextKind};

/// Element id of the field for the e-mail address.
const EMAIL: &str = "new-email";
/// Element id of the field for the password.
const PASSWORD: &str = "password";

/// The page that sets or changes the e-mail address.
/// Sends `POST /account/email`, and opens the code page of the returned challenge. The address counts only after the
/// citizen has entered the code.
#[component]
pub fn ChangeEmailPage() -> impl IntoView {
    let account = use_session().account();
    let has_password = account
        .as_ref()
        .is_none_or(|account| !account.lacks_password);
    let words = use_words();
    let text = &words.notice_settings().form;
    let password_text = &words.account().phone;
    let api = use_api();
    let go = use_navigation();
    let form = FormSubmission::new();
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let email_error = move || email_error(text, &nfc(&email.get_untracked()));
    let request_code = Callback::new(move |()| {
        let typed_password = nfc(&password.get_untracked());
        let invalid = email_error().map(|message| field_error(EMAIL, message));
        let is_missing = has_password && typed_password.is_empty();
        let missing = is_missing.then(|| field_error(PASSWORD, password_text.password_missing));
        if !form.start(invalid.into_iter().chain(missing).collect()) {
            return;
        }
        // The address is valid at this point, so the default value in this code is never sent.
        let body = EmailChange {
            email: parse_email(&nfc(&email.get_untracked())).unwrap_or_default(),
            password: has_password.then_some(typed_password),
        };
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_EMAIL_CHANGE, &[], &body, Vec::new()).await {
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
    let email_left = Callback::new(move |()| {
        let empty = email.with_untracked(String::is_empty);
        form.validate_left_field(EMAIL, empty, email_error());
    });
    let now = account.and_then(|account| account.email).map(|address| {
        view! {
            <p>{text.now} " " <strong translate="no">{mask_email(&address)}</strong></p>
        }
    });
    let password_field = has_password.then(|| {
        view! {
            <TextField
                id=PASSWORD
                label=password_text.password
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
            {now}
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <form on:submit=submit novalidate>
                <TextField
                    id=EMAIL
                    label=text.email
                    hint=text.email_hint
                    value=email
                    error=form.error_at(EMAIL)
                    kind=TextKind::Email
                    autocomplete="email"
                    on_blur=email_left
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

/// The error of the field for the address. `None` if it is an address.
fn email_error(text: &EmailFormWords, typed: &str) -> Option<&'static str> {
    match parse_email(typed) {
        Ok(_) => None,
        Err(FormatError::Empty) => Some(text.email_missing),
        Err(_) => Some(text.email_wrong),
    }
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
        (ProblemCode::InvalidAnswers, Some("/email")) => {
            form.show_field_error(EMAIL, words.notice_settings().form.email_wrong);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn an_address_with_accents_or_without_a_host_is_explained() {
        let text = &Language::Vi.words().notice_settings().form;
        assert_eq!(email_error(text, " lan@example.vn "), None);
        assert_eq!(email_error(text, ""), Some(text.email_missing));
        for wrong in ["lan", "lân@example.vn", "lan@example"] {
            assert_eq!(email_error(text, wrong), Some(text.email_wrong), "{wrong}");
        }
    }
}
