//! The one-time code on the renewal sheet. It uses the same form as the code page.

use std::sync::Arc;

use contract::challenge::{Challenge, CodeOutcome};
use leptos::prelude::*;

use crate::browser::page;
use crate::journey::identity::sign_in::code_entry::{CodeEntry, OnCorrectCode, SentTo};
use crate::journey::identity::sign_in::demo_notice::DemoNotice;
use crate::journey::identity::sign_in::resend::Resend;
use crate::page::form_submission::FormSubmission;
use crate::session::use_session;

/// The step of a renewal.
#[derive(Clone, Debug, PartialEq)]
pub enum RenewalStep {
    /// The citizen can request a code.
    Start,
    /// The citizen has entered too many wrong codes, and can request another one.
    TooManyTries,
    /// A code was sent.
    EnterCode(Challenge),
    /// The backend can't send a code for this session.
    Unavailable,
}

/// Id of the field.
pub(crate) const CODE: &str = "session-code";

/// The field for the code, and the button that sends another code.
#[component]
pub fn RenewalCode(
    /// The challenge that was sent.
    challenge: Challenge,
    /// The step of the renewal. It changes when the code is correct or can't be used.
    step: RwSignal<RenewalStep>,
) -> impl IntoView {
    let session = use_session();
    let form = FormSubmission::new();
    let challenge = RwSignal::new(challenge);
    let is_exhausted = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    Effect::new(move |_| {
        if is_exhausted.get() {
            step.set(RenewalStep::TooManyTries);
        }
    });
    // The sheet has no error summary, so the field with the error takes the focus.
    Effect::new(move |_| {
        if form.summary.with(|errors| !errors.is_empty()) {
            page::focus_at(CODE, None);
        }
    });
    let on_correct_code: OnCorrectCode = Arc::new(move |outcome| match outcome {
        CodeOutcome::SignedIn { session: begun } => {
            step.try_set(RenewalStep::Start);
            session.begin(begun);
        }
        // The contract has no other outcome of a renewal.
        _ => drop(step.try_set(RenewalStep::Unavailable)),
    });
    let restart = Callback::new(move |()| {
        step.try_set(RenewalStep::Start);
    });
    view! {
        <SentTo challenge=challenge />
        <CodeEntry id=CODE form=form challenge=challenge on_correct_code=on_correct_code />
        <DemoNotice />
        <Resend challenge=challenge on_stale=restart />
    }
}
