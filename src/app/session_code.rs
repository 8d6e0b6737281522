//! The code that lets a session go on, on the sheet over the page. The code is checked by the backend alone and never kept.

use contract::ProblemCode;
use contract::challenge::{Challenge, CodeAnswer, CodeOutcome};
use contract::endpoints::POST_CODE;
use domain::format::one_time_code;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::session_sheet::Stage;
use crate::api::{ClientError, use_api};
use crate::browser::page;
use crate::i18n::use_words;
use crate::journey::form_problems::Sending;
use crate::journey::sign_in::demo_notice::DemoNotice;
use crate::journey::sign_in::resend::Resend;
use crate::journey::trouble::TroubleNotice;
use crate::session::use_session;
use crate::ui::{Button, CodeField};

/// Id of the field.
pub(super) const CODE: &str = "session-code";

/// The field for the code, and another code.
#[component]
pub fn CodeStep(
    /// The challenge that was sent.
    challenge: Challenge,
    /// Where the sheet stands.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let api = use_api();
    let session = use_session();
    let sent_to = challenge.sent_to.clone();
    let challenge = RwSignal::new(challenge);
    let value = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let sending = RwSignal::new(Sending::Idle);
    let refuse = move |sentence: String| {
        sending.try_set(Sending::Idle);
        wrong.try_set(Some(sentence));
        page::focus_at(CODE, None);
    };
    let answer = Callback::new(move |()| {
        if sending.with_untracked(|state| *state == Sending::Busy) {
            return;
        }
        let typed = value.get_untracked();
        let Ok(code) = one_time_code(&typed) else {
            let sentence = match typed.trim().is_empty() {
                true => text.missing,
                false => text.malformed,
            };
            return refuse(sentence.to_owned());
        };
        wrong.set(None);
        sending.set(Sending::Busy);
        let id = challenge.with_untracked(|challenge| challenge.id.clone());
        spawn_local(async move {
            let outcome = api
                .send(&POST_CODE, &[&id], &CodeAnswer { code }, Vec::new())
                .await;
            match outcome {
                Ok(CodeOutcome::SignedIn { session: begun }) => {
                    stage.try_set(Stage::Offer);
                    session.begin(begun);
                }
                // A renewal leads to nothing else.
                Ok(_) => drop(stage.try_set(Stage::NoCode)),
                Err(ClientError::Refused(refusal)) => match refusal.code {
                    ProblemCode::WrongCode => refuse(text.wrong.to_owned()),
                    ProblemCode::CodeExpired => refuse(text.expired.to_owned()),
                    ProblemCode::InvalidAnswers => refuse(text.malformed.to_owned()),
                    ProblemCode::CodeExhausted => drop(stage.try_set(Stage::Exhausted)),
                    ProblemCode::NotFound => drop(stage.try_set(Stage::Offer)),
                    _ => drop(sending.try_set(Sending::Failed(ClientError::Refused(refusal)))),
                },
                Err(error) => drop(sending.try_set(Sending::Failed(error))),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer.run(());
    };
    let trouble = Signal::derive(move || match sending.get() {
        Sending::Failed(error) => Some(error),
        Sending::Idle | Sending::Busy => None,
    });
    let busy = Signal::derive(move || sending.with(|state| *state == Sending::Busy));
    let stale = Callback::new(move |()| {
        stage.try_set(Stage::Offer);
    });
    view! {
        <p>
            {text.sent_to} " " <strong class="whole">{sent_to}</strong> ". " {text.reference} " "
            <strong>{move || challenge.with(|challenge| challenge.reference.clone())}</strong> "."
        </p>
        <form on:submit=submit novalidate>
            <CodeField id=CODE label=text.label hint=text.hint value=value error=wrong />
            <p class="code-secret">{text.secret}</p>
            <TroubleNotice error=trouble on_retry=answer />
            <div class="actions">
                <Button submit=true busy=busy>{text.submit}</Button>
            </div>
        </form>
        <DemoNotice />
        <Resend challenge=challenge on_stale=stale />
    }
}
