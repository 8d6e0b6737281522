//! The page where the citizen reviews everything, can change an answer, and sends the dossier.
//! The button «Gửi hồ sơ» is never disabled. If something is missing when the citizen presses it, the page lists what
//! is missing.

use contract::draft::Draft;
use contract::endpoints::POST_SUBMISSION;
use contract::{Problem, ProblemCode};
use domain::form::filed_person;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::review_sections::sections;
use super::submission::{SubmissionOutcome, submit_draft};
use super::submission_problems::{server_problem, submission_problems};
use crate::answers::places::use_places;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::filing::draft::declarations::sends_files_of;
use crate::journey::filing::draft::partial_choices::PartialChoices;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, use_open_draft, use_open_drafts};
use crate::journey::filing::under_way::under_way_offer::{BeforeSending, UnderWayOffer};
use crate::journey::filing::wizard::{ObstacleNotice, WizardPage};
use crate::journey::identity::consent::require_consent::use_consent_request;
use crate::page::load_errors::{ErrorNotice, error_message, title_prefix};
use crate::page::navigation::use_replace;
use crate::reactive::dynamic;
use crate::routes::{self, DraftStep};
use crate::ui::{Button, ErrorSummary, FieldError, Notice, NoticeKind};

/// The status of sending the dossier.
#[derive(Clone, Debug, PartialEq)]
enum SubmitStatus {
    /// The citizen hasn't pressed «Gửi hồ sơ» yet.
    Idle,
    /// The request that sends the dossier is in flight.
    Sending,
    /// The dossier was not sent, because this device or the server found problems that the citizen must fix first.
    Blocked(Vec<FieldError>),
    /// The connection failed during the request, so it is unknown whether the server has received the dossier.
    Uncertain,
    /// The dossier was not sent, because the draft can't be filed any more.
    Impossible,
    /// The dossier was not sent, because of this error.
    NotSent(ClientError),
    /// The dossier was not sent. The value is the message that explains the reason.
    Refused(&'static str),
    /// The request failed for a reason that has no message of its own here.
    Failed(ClientError),
}

/// The page where the citizen reviews a draft and sends it.
#[component]
pub fn ReviewPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open_draft = use_open_draft(id);
    let submission = RwSignal::new(SubmitStatus::Idle);
    let blocked = |state: &SubmitStatus| matches!(state, SubmitStatus::Blocked(_));
    let prefix = title_prefix(move || submission.with(blocked));
    let content = Callback::new(move |loaded: LoadedProcedure| {
        page_content(open_draft, loaded, submission).into_any()
    });
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

/// The content of the page below its heading.
fn page_content(
    open_draft: OpenDraft,
    loaded: LoadedProcedure,
    submission: RwSignal<SubmitStatus>,
) -> impl IntoView {
    let words = use_words();
    let places = use_places();
    let press = use_submit(open_draft, loaded.clone(), submission);
    // The person can't change on this page, so it is read once.
    let offer = open_draft.merged_draft.get_untracked().map(|draft| {
        let before_sending = BeforeSending {
            person: filed_person(&loaded.form, &draft.answers, draft.for_whom),
            draft: draft.id,
            for_whom: draft.for_whom,
        };
        view! { <UnderWayOffer code=draft.procedure before_sending=before_sending /> }
    });
    let problems = Signal::derive(move || match submission.get() {
        SubmitStatus::Blocked(problems) => problems,
        _ => Vec::new(),
    });
    let body = dynamic(move || {
        open_draft.merged_draft.get().map(as_chosen).map(|draft| {
            sections(
                words,
                places,
                &loaded,
                &draft,
                &open_draft.incomplete_deliveries.get(),
            )
        })
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=problems />
        <p>{words.submit().review_intro}</p>
        {offer}
        {body}
        <SubmitNotice open_draft=open_draft submission=submission />
        <div class="actions">
            <Button
                busy=Signal::derive(move || submission.get() == SubmitStatus::Sending)
                on_press=press
            >
                {words.submit().send}
            </Button>
        </div>
        // The status is below the button. If it were above, the button would move when the status appears, at a moment
        // when the citizen may press the button again.
        <p role="status">
            {dynamic(move || (submission.get() == SubmitStatus::Sending).then_some(words.submit().sending))}
        </p>
    }
}

/// Returns the callback that runs when the citizen presses «Gửi hồ sơ».
fn use_submit(
    open_draft: OpenDraft,
    loaded: LoadedProcedure,
    submission: RwSignal<SubmitStatus>,
) -> Callback<()> {
    let words = use_words();
    let api = use_api();
    let drafts = use_open_drafts();
    let go = use_replace();
    let request_consent_if_missing = use_consent_request();
    Callback::new(move |()| {
        let Some(draft) = open_draft.merged_draft.get_untracked().map(as_chosen) else {
            return;
        };
        // The button stays enabled while a request is in flight, so a second press must do nothing.
        let before = submission.get_untracked();
        if before == SubmitStatus::Sending {
            return;
        }
        let found = submission_problems(
            words,
            &loaded,
            &draft,
            &open_draft.incomplete_deliveries.get_untracked(),
        );
        if !found.is_empty() {
            submission.set(SubmitStatus::Blocked(found));
            return;
        }
        // From now on only the server's response decides the outcome. The request continues even if the citizen leaves
        // the page.
        submission.set(SubmitStatus::Sending);
        let (go, loaded) = (go.clone(), loaded.clone());
        spawn_local(async move {
            let is_sent = |component: &str| sends_files_of(&loaded, &draft, component);
            match submit_draft(api, &POST_SUBMISSION, open_draft, &draft, is_sent).await {
                Ok(SubmissionOutcome::Received(receipt)) => {
                    drafts.remove(&draft.id);
                    go(&routes::dossier_receipt(&receipt.code));
                }
                // An earlier request may still have arrived.
                Ok(SubmissionOutcome::NotSent(_)) if before == SubmitStatus::Uncertain => {
                    submission.try_set(SubmitStatus::Uncertain);
                }
                Ok(SubmissionOutcome::NotSent(error)) => {
                    request_consent_if_missing(&error);
                    submission.try_set(state_before_sending(words, &loaded, &draft, error));
                }
                Ok(SubmissionOutcome::DraftChanged) => {
                    submission.try_set(SubmitStatus::Refused(words.submit().changed));
                }
                Err(error) => {
                    request_consent_if_missing(&error);
                    let status = match open_draft.obstacle.get_untracked() {
                        Some(_) => SubmitStatus::Impossible,
                        None => state_after_error(words, &loaded, &draft, error),
                    };
                    submission.try_set(status);
                }
            }
        });
    })
}

/// Converts the error of a request that failed before the dossier was sent to the status to show.
fn state_before_sending(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    error: ClientError,
) -> SubmitStatus {
    match error.is_transient() {
        true => SubmitStatus::NotSent(error),
        false => state_after_error(words, loaded, draft, error),
    }
}

/// Converts the error of the request that sends the dossier to the status to show. If there was no usable response, the
/// dossier may or may not have arrived.
fn state_after_error(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    error: ClientError,
) -> SubmitStatus {
    match error {
        ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => {
            SubmitStatus::Uncertain
        }
        ClientError::Refused(problem) => state_after_refusal(words, loaded, draft, *problem),
        ClientError::Blocked | ClientError::SessionExpired | ClientError::UnusableForm(_) => {
            SubmitStatus::Failed(error)
        }
    }
}

/// Converts the server's refusal of the dossier to the status to show. A problem that the server reports gets a link to
/// the place where the citizen can fix it.
fn state_after_refusal(
    words: Words,
    loaded: &LoadedProcedure,
    draft: &Draft,
    problem: Problem,
) -> SubmitStatus {
    match problem.code {
        ProblemCode::InvalidAnswers | ProblemCode::IncompleteDossier | ProblemCode::FormChanged => {
            let problems: Vec<FieldError> = problem
                .errors
                .iter()
                .filter_map(|error| server_problem(words, loaded, draft, error))
                .collect();
            match problems.is_empty() {
                true => SubmitStatus::Refused(words.submit().incomplete),
                false => SubmitStatus::Blocked(problems),
            }
        }
        ProblemCode::AttachmentMismatch => SubmitStatus::Refused(words.submit().file_differs),
        _ => SubmitStatus::Failed(ClientError::Refused(Box::new(problem))),
    }
}

/// Shows a message above the button if sending the dossier failed, or if its outcome is unknown.
#[component]
fn SubmitNotice(
    /// The draft that the citizen wants to send.
    open_draft: OpenDraft,
    /// The status of sending the dossier.
    submission: RwSignal<SubmitStatus>,
) -> impl IntoView {
    let words = use_words();
    let error = Signal::derive(move || match submission.get() {
        SubmitStatus::Failed(error) => Some(error),
        _ => None,
    });
    let failure = move || match submission.get() {
        SubmitStatus::Uncertain => Some((
            NoticeKind::Warning,
            words.submit().outcome_unknown.to_owned(),
        )),
        SubmitStatus::NotSent(error) => Some((
            NoticeKind::Error,
            [words.submit().not_sent, &error_message(words, &error)].concat(),
        )),
        SubmitStatus::Refused(message) => Some((NoticeKind::Error, message.to_owned())),
        SubmitStatus::Idle
        | SubmitStatus::Sending
        | SubmitStatus::Blocked(_)
        | SubmitStatus::Impossible
        | SubmitStatus::Failed(_) => None,
    };
    // The same notice is at the top of the page, where it is announced.
    let obstacle = dynamic(move || {
        (submission.get() == SubmitStatus::Impossible)
            .then(|| view! { <ObstacleNotice open_draft=open_draft announce=false /> })
    });
    view! {
        {dynamic(move || {
            failure()
                .map(|(kind, message)| {
                    view! { <Notice kind=kind announce=true><p>{message}</p></Notice> }
                })
        })}
        {obstacle}
        <ErrorNotice error=error />
    }
}

/// The draft as the citizen sees it. Its agency is removed while the citizen is choosing another one and hasn't
/// completed the choice.
fn as_chosen(draft: Draft) -> Draft {
    PartialChoices::load(&draft.id).hide_replaced_agency(draft)
}
