//! The one-time code on its page: where it went, the field for it, another one, and the ways on when none comes.

use std::sync::Arc;

use contract::challenge::{Challenge, ChallengePurpose};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answer_form::{AnswerForm, GoOn, SentTo};
use super::demo_notice::DemoNotice;
use super::onward::{Asked, carry_out};
use super::purpose;
use super::resend::Resend;
use super::slip::use_slip;
use super::whose_device::SharedDevice;
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::page::navigation::use_replace;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::disclosure::Disclosure;
use crate::ui::notice::{Notice, NoticeKind};

/// Id of the field.
const CODE: &str = "code";

/// The form of a challenge that awaits its code.
#[component]
pub fn CodeForm(
    /// What is wrong with the code.
    form: FormSubmission,
    /// The challenge as the backend described it.
    challenge: Challenge,
    /// The challenge must be asked for anew.
    on_stale: Callback<()>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let purpose = challenge.purpose;
    let go_on = use_go_on(form, &challenge);
    let challenge = RwSignal::new(challenge);
    let used_up = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    let expired = move || challenge.with(|challenge| challenge.expires_in_seconds == 0);
    // Elsewhere the session, if there is one, begins with the password that follows, or has begun before.
    let beside = move || (purpose == ChallengePurpose::SignIn).then(|| view! { <SharedDevice /> });
    let body = move || match used_up.get() {
        true => view! { <UsedUp purpose=purpose /> }.into_any(),
        false => view! {
            <AnswerForm id=CODE form=form challenge=challenge go_on=go_on.clone() beside=beside />
            <DemoNotice />
            <Resend challenge=challenge on_stale=on_stale />
            <Help purpose=purpose />
        }
        .into_any(),
    };
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
        {move || {
            expired()
                .then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{text.expired}</p>
                        </Notice>
                    }
                })
        }}
        {body}
    }
}

/// Carries out what the right code leads to and goes there, unless the page was left meanwhile.
fn use_go_on(form: FormSubmission, challenge: &Challenge) -> GoOn {
    let session = use_session();
    let go = use_replace();
    let shared = use_slip().shared_device;
    let (id, purpose) = (challenge.id.clone(), challenge.purpose);
    Arc::new(move |outcome| {
        let asked = Asked {
            challenge: id.clone(),
            purpose,
            shared_device: shared.get_untracked(),
        };
        let stands = form.is_on_screen();
        let go = go.clone();
        spawn_local(async move {
            let onward = carry_out(session, outcome, asked).await;
            if stands {
                go(&onward);
            }
        });
    })
}

/// Too many wrong codes: the way to a new one. What was typed before is still there.
#[component]
fn UsedUp(purpose: ChallengePurpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (href, label) = purpose::beginning(text, purpose);
    view! {
        <Notice kind=NoticeKind::Problem announce=true>
            <p>{text.exhausted}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=href>{label}</ButtonLink>
        </div>
    }
}

#[component]
fn Help(purpose: ChallengePurpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    view! {
        <Disclosure summary=text.help>
            <p>{text.help_wait}</p>
            {purpose::ways_on(purpose)}
        </Disclosure>
    }
}
