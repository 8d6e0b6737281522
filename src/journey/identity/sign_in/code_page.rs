//! The one-time code (R0.11, R4.4): where its challenge stands is asked of the backend, so a reload loses
//! nothing. Phone number and code never stand in the address.

use contract::ProblemCode;
use contract::challenge::{Challenge, ChallengePurpose};
use contract::endpoints::GET_CHALLENGE;
use leptos::prelude::*;

use super::code_form::CodeForm;
use super::onward;
use super::purpose;
use crate::api::{ClientError, Load};
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::navigation::use_replace;
use crate::page::use_load::{Loader, use_load};
use crate::routes;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The page of one challenge.
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
    Effect::new(move |_| {
        if let Load::Ready(Challenge {
            id,
            answered: true,
            purpose: purpose @ (ChallengePurpose::Registration | ChallengePurpose::PasswordReset),
            ..
        }) = challenge.get()
        {
            go(&purpose::password_address(purpose, &id));
        }
    });
    let screen = move || match challenge.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(challenge) if challenge.answered => {
            view! { <StartAgain why=text.already_used /> }.into_any()
        }
        Load::Ready(challenge) => {
            view! { <CodeForm form=form challenge=challenge on_stale=load /> }.into_any()
        }
        Load::Failed(ClientError::Refused(problem)) if problem.code == ProblemCode::NotFound => {
            view! { <StartAgain why=text.gone /> }.into_any()
        }
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=load /> }.into_any()
        }
    };
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary problems=form.summary />
            {screen}
        </Page>
    }
}

/// Nothing can be answered here any more: the ways to begin again.
#[component]
fn StartAgain(why: &'static str) -> impl IntoView {
    let words = use_words().sign_in();
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>{why}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=onward::sign_in_address()>{words.form.submit}</ButtonLink>
            <ButtonLink href=routes::register_phone() kind=ButtonKind::Secondary>
                {use_words().register().form.submit}
            </ButtonLink>
        </div>
    }
}
