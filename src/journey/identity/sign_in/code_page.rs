//! The page of a one-time code (R0.11, R4.4). It loads the challenge (the code that was sent and isn't confirmed yet)
//! from the backend, so a reload of the page loses nothing. The URL contains only the id of the challenge, never the
//! phone number or the code.
//!
//! The page handles four states of a challenge: it waits for its code; its code is confirmed, and the citizen must set
//! a password next; its code is confirmed and nothing is left to do; it doesn't exist any more.

use contract::challenge::{Challenge, ChallengePurpose};
use contract::endpoints::GET_CHALLENGE;
use leptos::prelude::*;

use super::code_form::CodeForm;
use super::next_page;
use super::purpose;
use crate::api::Load;
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::navigation::use_replace;
use crate::page::use_load::{Loader, use_load};
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The page of one challenge.
/// Loads `GET /challenges/{id}`. If the code is already confirmed and a password must be set, the page opens the page
/// that sets the password.
#[component]
pub fn CodePage(
    /// Id of the challenge.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().code;
    let go = use_replace();
    let form = FormSubmission::new();
    let Loader {
        load: challenge,
        reload: load,
    } = use_load(&GET_CHALLENGE, vec![id.clone()]);
    retry_automatically(challenge, load);
    // The errors of an earlier code don't fit any more if the challenge needs no code, or doesn't exist any more.
    effect(move || {
        if challenge.with(|challenge| !accepts_code(challenge)) {
            form.clear();
        }
    });
    // Replaces this page in the browser history. So the Back button doesn't return to a code that is already used.
    effect(move || {
        if let Load::Ready(Challenge {
            id,
            answered: true,
            purpose: purpose @ (ChallengePurpose::Registration | ChallengePurpose::PasswordReset),
            ..
        }) = challenge.get()
        {
            go(&purpose::password_path(purpose, &id));
        }
    });
    let screen = dynamic(move || match challenge.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(challenge) if challenge.answered => {
            view! { <StartAgain reason=text.already_used /> }.into_any()
        }
        Load::Ready(challenge) => {
            view! { <CodeForm form=form challenge=challenge on_stale=load /> }.into_any()
        }
        Load::Failed(error) if error.is_not_found() => {
            view! { <StartAgain reason=text.challenge_expired /> }.into_any()
        }
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=load /> }.into_any()
        }
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            {screen}
        </Page>
    }
}

/// Whether the citizen can still enter a code. `true` if the challenge couldn't be loaded.
fn accepts_code(challenge: &Load<Challenge>) -> bool {
    match challenge {
        Load::Waiting => true,
        Load::Ready(challenge) => !challenge.answered,
        Load::Failed(error) => !error.is_not_found(),
    }
}

/// Explains why the challenge doesn't accept a code, and links to the pages where the citizen can start again.
#[component]
fn StartAgain(reason: &'static str) -> impl IntoView {
    let words = use_words().sign_in();
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>{reason}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=next_page::sign_in_path()>{words.form.submit}</ButtonLink>
            <ButtonLink href=routes::register_phone() kind=ButtonKind::Secondary>
                {use_words().register().form.submit}
            </ButtonLink>
        </div>
    }
}
