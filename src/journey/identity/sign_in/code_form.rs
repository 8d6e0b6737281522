//! The form on the page of a one-time code: the field for the code, the button that requests another code, and help if
//! the code doesn't arrive.
//! When the citizen has used up all tries, a link to start again replaces the form.

use std::sync::Arc;

use contract::challenge::{Challenge, ChallengePurpose};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::after_sign_in::{AnsweredChallenge, apply_outcome};
use super::code_entry::{CodeEntry, OnCorrectCode, SentTo};
use super::demo_notice::DemoNotice;
use super::identity_input::use_identity_input;
use super::purpose;
use super::resend::Resend;
use super::shared_device::SharedDeviceCheckbox;
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::page::navigation::use_replace;
use crate::reactive::dynamic;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::disclosure::Disclosure;
use crate::ui::notice::{Notice, NoticeKind};

/// Element id of the field for the one-time code.
const CODE: &str = "code";

/// The form for a challenge whose code isn't confirmed yet.
#[component]
pub fn CodeForm(
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The challenge, as the backend has returned it.
    challenge: Challenge,
    /// Called when the challenge has expired or can't be used any more, so that the page loads it again.
    on_stale: Callback<()>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let purpose = challenge.purpose;
    let on_correct_code = use_on_correct_code(form, &challenge);
    let challenge = RwSignal::new(challenge);
    let is_exhausted = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    // The backend tells in how many seconds the code expires, so it doesn't matter if the phone's clock is wrong.
    let has_expired = move || challenge.with(|challenge| challenge.expires_in_seconds == 0);
    // Only a code for sign-in begins a session directly. For other purposes, the session begins later with the
    // password, or exists already. So only sign-in shows the checkbox «Máy dùng chung».
    let options =
        move || (purpose == ChallengePurpose::SignIn).then(|| view! { <SharedDeviceCheckbox /> });
    let body = dynamic(move || {
        match is_exhausted.get() {
        true => view! { <TooManyWrongCodes purpose=purpose /> }.into_any(),
        false => view! {
            <CodeEntry id=CODE form=form challenge=challenge on_correct_code=on_correct_code.clone() options=options on_stale=on_stale />
            <DemoNotice />
            <Resend challenge=challenge form=form on_stale=on_stale />
            <Help purpose=purpose />
        }
        .into_any(),
    }
    });
    view! {
        <SentTo challenge=challenge />
        {purpose::warning(text, purpose)
            .map(|warning| {
                view! {
                    <Notice kind=NoticeKind::Warning>
                        <p>{warning}</p>
                    </Notice>
                }
            })}
        {dynamic(move || {
            has_expired()
                .then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{text.expired}</p>
                        </Notice>
                    }
                })
        })}
        {body}
    }
}

/// Returns a callback that does what a correct code allows. Then it opens the next page, unless the citizen has left
/// this page in the meantime.
fn use_on_correct_code(form: FormSubmission, challenge: &Challenge) -> OnCorrectCode {
    let session = use_session();
    let go = use_replace();
    let shared = use_identity_input().shared_device;
    let (id, purpose) = (challenge.id.clone(), challenge.purpose);
    Arc::new(move |outcome| {
        let challenge = AnsweredChallenge {
            id: id.clone(),
            purpose,
            shared_device: shared.get_untracked(),
        };
        let is_on_screen = form.is_on_screen();
        let go = go.clone();
        spawn_local(async move {
            let path = apply_outcome(session, outcome, challenge).await;
            if is_on_screen {
                go(&path);
            }
        });
    })
}

/// The notice after too many wrong codes. It links to the form that requests a new code; the texts that the citizen
/// typed there are still stored.
#[component]
fn TooManyWrongCodes(purpose: ChallengePurpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (href, label) = purpose::restart_link(text, purpose);
    view! {
        <Notice kind=NoticeKind::Error announce=true>
            <p>{text.exhausted}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=href>{label}</ButtonLink>
        </div>
    }
}

/// Help for a citizen who doesn't receive the code.
#[component]
fn Help(purpose: ChallengePurpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (question, answer) = purpose::help_texts(text, purpose);
    view! {
        <Disclosure summary=question>
            <p>{answer}</p>
            {purpose::help_links(purpose)}
        </Disclosure>
    }
}
