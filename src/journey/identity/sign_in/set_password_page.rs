//! The page that sets a password: the first password at the end of a registration (R0.12), or a new password after a
//! reset.
//! The backend accepts the password only after the citizen has confirmed the challenge with its one-time code. Setting
//! the password begins a session.

use contract::account::AccountKind;
use contract::challenge::NewPassword;
use contract::endpoints::{GET_CHALLENGE, POST_PASSWORD};
use contract::{Problem, ProblemCode};
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::after_sign_in;
use super::identity_input::{IdentityInput, use_identity_input};
use super::next_page;
use super::registration_fields::nfc_text;
use super::shared_device::SharedDeviceCheckbox;
use super::signed_in_notice::SignedInNotice;
use crate::api::{ClientError, Load, use_api};
use crate::i18n::sign_in::PasswordWords;
use crate::i18n::use_words;
use crate::journey::identity::new_password_field::{
    NEW_PASSWORD, NewPasswordField, validate_new_password,
};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_replace;
use crate::page::use_load::use_load;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;

/// Why the citizen sets a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordPurpose {
    /// The account is new and has no password yet.
    First,
    /// The citizen has forgotten the old password.
    Reset,
}

/// Why the challenge doesn't allow the citizen to set a password.
#[derive(Clone, Copy, PartialEq)]
enum Obstacle {
    /// The one-time code of the challenge isn't confirmed yet.
    CodeFirst,
    /// The challenge doesn't exist any more.
    ChallengeGone,
}

/// The texts that depend on why the password is set.
struct PurposeText {
    title: &'static str,
    lede: Option<&'static str>,
    submit: &'static str,
    /// The message that is shown if the challenge doesn't exist any more.
    expired: &'static str,
    /// Label of the link that starts the registration or the password reset again.
    restart: &'static str,
    restart_path: fn() -> String,
}

impl PasswordPurpose {
    /// The texts of the page for this purpose.
    fn text(self, text: &PasswordWords) -> PurposeText {
        match self {
            PasswordPurpose::First => PurposeText {
                title: text.title,
                lede: None,
                submit: text.submit,
                expired: text.expired,
                restart: text.again,
                restart_path: routes::register_phone,
            },
            PasswordPurpose::Reset => PurposeText {
                title: text.reset_title,
                lede: Some(text.reset_intro),
                submit: text.reset_submit,
                expired: text.reset_expired,
                restart: text.reset_again,
                restart_path: routes::forgotten_password,
            },
        }
    }
}

/// The page that sets a password.
/// Sends `POST /challenges/{id}/password`. The response contains a session, so the citizen is signed in.
#[component]
pub fn SetPasswordPage(
    /// Id of the challenge that allows the citizen to set the password.
    id: String,
    /// Why the citizen sets a password.
    purpose: PasswordPurpose,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().password;
    let purpose_text = purpose.text(text);
    let api = use_api();
    let session = use_session();
    let input = use_identity_input();
    let is_shared = input.shared_device;
    let go = use_replace();
    let form = FormSubmission::new();
    let obstacle = RwSignal::new(None::<Obstacle>);
    let value = RwSignal::new(String::new());
    // A citizen who opens this page again, for example with the button Back, is told at once that the challenge is over.
    // If the challenge can't be loaded, the form is shown anyway: the backend decides when it receives the password.
    let loaded = use_load(&GET_CHALLENGE, vec![id.clone()]).load;
    effect(move || {
        let found = loaded.with(|challenge| match challenge {
            Load::Ready(challenge) if !challenge.answered => Some(Obstacle::CodeFirst),
            Load::Failed(error) if error.is_not_found() => Some(Obstacle::ChallengeGone),
            _ => None,
        });
        if found.is_some() {
            obstacle.set(found);
        }
    });
    let challenge = StoredValue::new(id);
    let set_password = Callback::new(move |()| {
        let password = nfc_text(value);
        let error = validate_new_password(text, &password);
        if !form.start(error.into_iter().collect()) {
            return;
        }
        let go = go.clone();
        let id = challenge.get_value();
        let shared_device = is_shared.get_untracked();
        spawn_local(async move {
            let body = NewPassword { password };
            match api.send(&POST_PASSWORD, &[&id], &body, Vec::new()).await {
                // The password is set now. So the session begins even if the citizen has left the page.
                Ok(begun) => {
                    let is_on_screen = form.is_on_screen();
                    let path =
                        after_sign_in::begin_session(session, begun, shared_device, routes::home())
                            .await;
                    if is_on_screen {
                        go(&path);
                    }
                }
                Err(ClientError::Refused(refusal)) => match obstacle_of(&refusal) {
                    Some(reason) => {
                        form.clear();
                        obstacle.try_set(Some(reason));
                    }
                    // The form has already checked all other rules. So the backend has refused the password because it
                    // is in the list of common passwords.
                    None if refusal.code == ProblemCode::InvalidAnswers => {
                        form.show_field_error(NEW_PASSWORD, text.too_common);
                    }
                    None => form.failed(ClientError::Refused(refusal)),
                },
                Err(error) => form.failed(error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        set_password.run(());
    };
    let links = dynamic(move || match obstacle.get() {
        None => ().into_any(),
        Some(Obstacle::CodeFirst) => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{text.code_first}</p>
                <ButtonLink href=routes::enter_code(&challenge.get_value())>
                    {words.sign_in().code.title}
                </ButtonLink>
            </Notice>
        }
        .into_any(),
        Some(Obstacle::ChallengeGone) => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{purpose_text.expired}</p>
                <div class="actions">
                    <ButtonLink href=next_page::sign_in_path()>
                        {words.sign_in().form.submit}
                    </ButtonLink>
                    <ButtonLink href=(purpose_text.restart_path)() kind=ButtonKind::Secondary>
                        {purpose_text.restart}
                    </ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
    });
    view! {
        <Page title=purpose_text.title prefix=form.title_prefix()>
            {purpose_text.lede.map(|lede| view! { <p class="lede">{lede}</p> })}
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <Show when=move || obstacle.get().is_some()>
                <SignedInNotice />
            </Show>
            {links}
            <form on:submit=submit novalidate hidden=move || obstacle.get().is_some()>
                <NewPasswordField
                    label=text.label
                    form=form
                    value=value
                    username=Signal::derive(move || sign_in_identifier(purpose, input))
                />
                <SharedDeviceCheckbox />
                <ErrorNotice error=form.request_error() on_retry=set_password />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{purpose_text.submit}</Button>
                </div>
            </form>
        </Page>
    }
}

/// The identifier that the citizen typed when they registered or reset the password. Empty after they opened this page
/// in another tab.
fn sign_in_identifier(purpose: PasswordPurpose, input: IdentityInput) -> String {
    let identifier = match (input.kind(), purpose) {
        (AccountKind::Organisation, _) => format::parse_tax_code(&input.tax_code.get()),
        (AccountKind::Citizen, PasswordPurpose::First) => format::parse_phone(&input.phone.get()),
        (AccountKind::Citizen, PasswordPurpose::Reset) => {
            format::parse_identity_number(&input.identity.get())
        }
    };
    identifier.unwrap_or_default()
}

/// The reason why the challenge doesn't allow setting a password. `None` if the backend refused the password itself,
/// and for every other error.
fn obstacle_of(refusal: &Problem) -> Option<Obstacle> {
    match refusal.code {
        ProblemCode::ChallengeOpen => Some(Obstacle::CodeFirst),
        ProblemCode::CodeExpired | ProblemCode::CodeExhausted | ProblemCode::NotFound => {
            Some(Obstacle::ChallengeGone)
        }
        _ => None,
    }
}
