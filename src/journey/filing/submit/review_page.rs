//! The citizen reads everything once more, mends one answer and comes back, then sends.
//! «Gửi hồ sơ» is never greyed out: pressed too early, it says what is missing.

use contract::draft::Draft;
use contract::{Problem, ProblemCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::submission_problems::{server_problem, submission_problems};
use super::review_sections::sections;
use super::submission::{SubmissionOutcome, send};
use crate::answers::places::use_places;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::filing::draft::{
    OpenDraft, LoadedProcedure, use_open_draft, use_open_drafts,
};
use crate::journey::filing::draft::partial_agency::as_chosen;
use crate::journey::filing::wizard::WizardPage;
use crate::journey::identity::consent::require_consent::use_ask_if_needed;
use crate::page::load_errors::{ErrorNotice, title_prefix};
use crate::page::navigation::use_go_instead;
use crate::routes::{self, DraftStep};
use crate::ui::{Button, ErrorSummary, FieldError, Notice, NoticeKind};

/// Where the sending stands.
#[derive(Clone, Debug, PartialEq)]
enum SubmissionState {
    /// Not pressed, or mended since.
    Idle,
    /// On its way.
    Sending,
    /// Obstacles were found here or by the server.
    Blocked(Vec<FieldError>),
    /// Nobody knows whether it arrived.
    Uncertain,
    /// The server refuses for a reason with words of its own.
    Refused(&'static str),
    /// Something else went wrong.
    Failed(ClientError),
}

/// Review and send a draft.
#[component]
pub fn ReviewPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open_draft = use_open_draft(id);
    let sending = RwSignal::new(SubmissionState::Idle);
    let blocked = |sending: &SubmissionState| matches!(sending, SubmissionState::Blocked(_));
    let prefix = title_prefix(move || sending.with(blocked));
    let content = Callback::new(move |loaded: LoadedProcedure| review(open_draft, loaded, sending).into_any());
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Review
            title=words.submit().review
            prefix=prefix
            content=content
        />
    }
}

fn review(open_draft: OpenDraft, loaded: LoadedProcedure, sending: RwSignal<SubmissionState>) -> impl IntoView {
    let words = use_words();
    let places = use_places();
    let press = use_submit(open_draft, loaded.clone(), sending);
    let problems = Signal::derive(move || match sending.get() {
        SubmissionState::Blocked(problems) => problems,
        _ => Vec::new(),
    });
    let body = move || {
        open_draft.merged_draft
            .get()
            .map(as_chosen)
            .map(|draft| sections(words, places, &loaded, &draft, &open_draft.incomplete_deliveries.get()))
    };
    view! {
        <ErrorSummary title=words.errors().summary problems=problems />
        <p>{words.submit().review_lead}</p>
        {body}
        <SubmissionNotice sending=sending />
        <div class="actions">
            <Button
                busy=Signal::derive(move || sending.get() == SubmissionState::Sending)
                on_press=press
            >
                {words.submit().send}
            </Button>
        </div>
        // Under the button, which a second press must still find where it was.
        <p role="status">
            {move || (sending.get() == SubmissionState::Sending).then_some(words.submit().sending)}
        </p>
    }
}

/// What pressing «Gửi hồ sơ» does.
fn use_submit(open_draft: OpenDraft, loaded: LoadedProcedure, sending: RwSignal<SubmissionState>) -> Callback<()> {
    let words = use_words();
    let api = use_api();
    let drafts = use_open_drafts();
    let go = use_go_instead();
    let ask_if_needed = use_ask_if_needed();
    Callback::new(move |()| {
        let Some(draft) = open_draft.merged_draft.get_untracked().map(as_chosen) else {
            return;
        };
        if sending.get_untracked() == SubmissionState::Sending {
            return;
        }
        let found = submission_problems(words, &loaded, &draft, &open_draft.incomplete_deliveries.get_untracked());
        if !found.is_empty() {
            sending.set(SubmissionState::Blocked(found));
            return;
        }
        sending.set(SubmissionState::Sending);
        let (go, loaded) = (go.clone(), loaded.clone());
        spawn_local(async move {
            match submit_draft(api, open_draft, &draft).await {
                Ok(SubmissionOutcome::Received(receipt)) => {
                    drafts.remove(&draft.id);
                    go(&routes::receipt(&receipt.code));
                }
                Ok(SubmissionOutcome::DraftChanged) => {
                    sending.try_set(SubmissionState::Refused(words.submit().changed));
                }
                Err(error) => {
                    ask_if_needed(&error);
                    sending.try_set(state_after_error(words, &loaded, &draft, error));
                }
            }
        });
    })
}

fn state_after_error(words: Words, loaded: &LoadedProcedure, draft: &Draft, error: ClientError) -> SubmissionState {
    match error {
        ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => {
            SubmissionState::Uncertain
        }
        ClientError::Refused(problem) => state_after_refusal(words, loaded, draft, *problem),
        ClientError::SessionExpired => SubmissionState::Failed(ClientError::SessionExpired),
    }
}

fn state_after_refusal(words: Words, loaded: &LoadedProcedure, draft: &Draft, problem: Problem) -> SubmissionState {
    match problem.code {
        ProblemCode::InvalidAnswers | ProblemCode::IncompleteDossier => {
            let found: Vec<FieldError> = problem
                .errors
                .iter()
                .filter_map(|error| server_problem(words, loaded, draft, error))
                .collect();
            match found.is_empty() {
                true => SubmissionState::Refused(words.submit().incomplete),
                false => SubmissionState::Blocked(found),
            }
        }
        ProblemCode::AttachmentMismatch => SubmissionState::Refused(words.submit().mismatch),
        ProblemCode::NotFound => SubmissionState::Refused(words.submit().gone),
        _ => SubmissionState::Failed(ClientError::Refused(Box::new(problem))),
    }
}

#[component]
fn SubmissionNotice(sending: RwSignal<SubmissionState>) -> impl IntoView {
    let words = use_words();
    let trouble = Signal::derive(move || match sending.get() {
        SubmissionState::Failed(error) => Some(error),
        _ => None,
    });
    let sentence = move || match sending.get() {
        SubmissionState::Uncertain => Some((NoticeKind::Warning, words.submit().uncertain)),
        SubmissionState::Refused(sentence) => Some((NoticeKind::Problem, sentence)),
        SubmissionState::Idle | SubmissionState::Sending | SubmissionState::Blocked(_) | SubmissionState::Failed(_) => None,
    };
    view! {
        {move || {
            sentence()
                .map(|(kind, sentence)| {
                    view! { <Notice kind=kind announce=true><p>{sentence}</p></Notice> }
                })
        }}
        <ErrorNotice error=trouble />
    }
}
