//! The form for the one-time code on the renewal sheet. It is the same form as on the code page.

use std::sync::Arc;

use contract::challenge::{Challenge, CodeOutcome};
use leptos::prelude::*;

use crate::browser::page;
use crate::journey::identity::sign_in::code_entry::{CodeEntry, OnCorrectCode, SentTo};
use crate::journey::identity::sign_in::demo_notice::DemoNotice;
use crate::journey::identity::sign_in::resend::Resend;
use crate::page::form_submission::FormSubmission;
use crate::reactive::effect;
use crate::session::use_session;

/// The step of a session renewal.
#[derive(Clone, Debug, PartialEq)]
pub enum RenewalStep {
    /// The citizen can request a one-time code.
    Start,
    /// The citizen has entered too many wrong codes, and can request another code.
    TooManyTries,
    /// A code was sent, and the citizen can enter it.
    EnterCode(Challenge),
    /// The backend can't send a code for this session.
    Unavailable,
}

/// Element id of the field for the one-time code.
pub(crate) const CODE: &str = "session-code";

/// The field for the code, and the button that requests another code.
#[component]
pub fn RenewalCode(
    /// The challenge, that is, the one-time code that was sent and isn't confirmed yet.
    challenge: Challenge,
    /// The step of the renewal. It changes when the code was correct, or when the code can't be used any more.
    step: RwSignal<RenewalStep>,
) -> impl IntoView {
    let session = use_session();
    let form = FormSubmission::new();
    let challenge = RwSignal::new(challenge);
    let is_exhausted = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    effect(move || {
        if is_exhausted.get() {
            step.set(RenewalStep::TooManyTries);
        }
    });
    // The sheet has no error summary, so the focus moves to the field that has the error.
    effect(move || {
        if form.summary.with(|errors| !errors.is_empty()) {
            page::focus_at(CODE, None);
        }
    });
    let on_correct_code: OnCorrectCode = Arc::new(move |outcome| match outcome {
        CodeOutcome::SignedIn { session: begun } => {
            step.try_set(RenewalStep::Start);
            session.begin(begun);
        }
        // According to the API contract, a renewal has no other outcome.
        _ => drop(step.try_set(RenewalStep::Unavailable)),
    });
    let restart = Callback::new(move |()| {
        step.try_set(RenewalStep::Start);
    });
    view! {
        <SentTo challenge=challenge />
        <CodeEntry id=CODE form=form challenge=challenge on_correct_code=on_correct_code />
        <DemoNotice />
        <Resend challenge=challenge form=form on_stale=restart />
    }
}
