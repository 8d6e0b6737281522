//! The page that changes the password. It asks for the current and the new password. The change signs out all other
//! devices.
//! If the account has no password yet, the page explains how to set the first one with a one-time code.
//! The new password must not be a common password; the backend checks that.

use contract::ProblemCode;
use contract::account::{Account, PasswordChange};
use contract::endpoints::POST_PASSWORD_CHANGE;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::{Words, use_words};
use crate::journey::identity::new_password_field::{
    NEW_PASSWORD, NewPasswordField, validate_new_password,
};
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::routes;
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::{Button, ButtonLink, ErrorSummary, Notice, NoticeKind, TextField, TextKind};

/// Element id of the field for the current password.
const CURRENT: &str = "current-password";

/// The page that changes the password.
/// Sends `POST /account/password`. The response is `wrong_credentials` if the current password is wrong, and
/// `invalid_answers` at `/password` if the new password is too common.
#[component]
pub fn ChangePasswordPage() -> impl IntoView {
    // The account is read only once. Otherwise a session change in another tab could replace the form while the citizen
    // fills it in.
    match use_session().account() {
        Some(account) if account.lacks_password => {
            view! { <FirstPassword has_phone=account.phone.is_some() /> }.into_any()
        }
        _ => view! { <ChangePasswordForm /> }.into_any(),
    }
}

/// Explains how to set a first password with a one-time code. The code is sent to a phone. So a citizen whose account
/// has no phone number must add one first.
#[component]
fn FirstPassword(has_phone: bool) -> impl IntoView {
    let words = use_words();
    let text = &words.account().password;
    let (href, label) = match has_phone {
        true => (routes::forgotten_password(), text.forgotten),
        false => (routes::change_phone(), text.first_phone),
    };
    view! {
        <Page title=text.first>
            <p class="lede">{text.first_intro}</p>
            {(!has_phone).then(|| view! { <p>{text.first_without_phone}</p> })}
            <p>
                <ButtonLink href=href>{label}</ButtonLink>
            </p>
            <BackToAccount />
        </Page>
    }
}

/// The form with the current and the new password. The backend checks the current password; if it is wrong, the error
/// is shown at the field for the current password.
#[component]
fn ChangePasswordForm() -> impl IntoView {
    let words = use_words();
    let text = &words.account().password;
    let api = use_api();
    let form = FormSubmission::new();
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_done = RwSignal::new(false);
    let username = use_session().account().map(account_identifier);
    let change = Callback::new(move |()| {
        let body = PasswordChange {
            current: nfc(&current.get_untracked()),
            password: nfc(&new.get_untracked()),
        };
        let is_missing = body.current.is_empty();
        let missing = is_missing.then(|| field_error(CURRENT, text.current_missing));
        // The errors of all fields are shown at once, in the order of the fields.
        let invalid = validate_new_password(&words.sign_in().password, &body.password);
        if !form.start(missing.into_iter().chain(invalid).collect()) {
            return;
        }
        is_done.set(false);
        spawn_local(async move {
            let outcome = api
                .send(&POST_PASSWORD_CHANGE, &[], &body, Vec::new())
                .await;
            match outcome {
                Ok(()) => {
                    form.clear();
                    // The password fields are cleared, so that no password stays on the screen.
                    current.try_set(String::new());
                    new.try_set(String::new());
                    is_done.try_set(true);
                }
                Err(error) => show_refusal(form, words, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        change.run(());
    };
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <p class="lede">{text.intro}</p>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <Show when=move || is_done.get()>
                <Notice kind=NoticeKind::Success announce=true>
                    <p>{text.done}</p>
                </Notice>
            </Show>
            <form on:submit=submit novalidate>
                <TextField
                    id=CURRENT
                    label=text.current
                    value=current
                    error=form.error_at(CURRENT)
                    kind=TextKind::Password
                    autocomplete="current-password"
                    show_label=words.sign_in().password.show
                    hide_label=words.sign_in().password.hide
                />
                <NewPasswordField
                    label=text.new
                    form=form
                    value=new
                    username=username.unwrap_or_default()
                />
                <ErrorNotice error=form.request_error() on_retry=change />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.submit}</Button>
                </div>
            </form>
            <p>
                {text.forgotten_question} " " <a href=routes::forgotten_password()>{text.forgotten}</a>
            </p>
            <BackToAccount />
        </Page>
    }
}

/// An identifier with which the owner of this account can sign in.
fn account_identifier(account: Account) -> String {
    match account.organisation {
        Some(organisation) => organisation.tax_code,
        None => account.phone.unwrap_or(account.citizen_id),
    }
}

/// Shows the error of a failed request: at the field that the backend's refusal names, or else near the button.
fn show_refusal(form: FormSubmission, words: Words, error: ClientError) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::WrongCredentials, _) | (ProblemCode::InvalidAnswers, Some("/current")) => {
            form.show_field_error(CURRENT, words.account().password.current_wrong);
        }
        (ProblemCode::InvalidAnswers, Some("/password")) => {
            form.show_field_error(NEW_PASSWORD, words.sign_in().password.too_common);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}
