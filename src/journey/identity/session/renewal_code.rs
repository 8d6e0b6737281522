//! The code that lets a session go on, on the sheet over the page: the same form as on the page of the code, with other ways
//! on.

use std::sync::Arc;

use contract::challenge::{Challenge, CodeOutcome};
use leptos::prelude::*;

use super::renewal_sheet::Stage;
use crate::browser::page;
use crate::journey::identity::sign_in::answer_form::{AnswerForm, GoOn, SentTo};
use crate::journey::identity::sign_in::demo_notice::DemoNotice;
use crate::journey::identity::sign_in::resend::Resend;
use crate::page::form_submission::FormSubmission;
use crate::session::use_session;

/// Id of the field.
pub(crate) const CODE: &str = "session-code";

/// The field for the code, and another code.
#[component]
pub fn CodeStep(
    /// The challenge that was sent.
    challenge: Challenge,
    /// Where the sheet stands.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let session = use_session();
    let form = FormSubmission::new();
    let challenge = RwSignal::new(challenge);
    let used_up = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    Effect::new(move |_| {
        if used_up.get() {
            stage.set(Stage::Exhausted);
        }
    });
    // There is no summary above that would lead to the field.
    Effect::new(move |_| {
        if form.summary.with(|wrong| !wrong.is_empty()) {
            page::focus_at(CODE, None);
        }
    });
    let go_on: GoOn = Arc::new(move |outcome| match outcome {
        CodeOutcome::SignedIn { session: begun } => {
            stage.try_set(Stage::Offer);
            session.begin(begun);
        }
        // A renewal leads to nothing else.
        _ => drop(stage.try_set(Stage::NoCode)),
    });
    let stale = Callback::new(move |()| {
        stage.try_set(Stage::Offer);
    });
    view! {
        <SentTo challenge=challenge />
        <AnswerForm id=CODE form=form challenge=challenge go_on=go_on />
        <DemoNotice />
        <Resend challenge=challenge on_stale=stale />
    }
}
