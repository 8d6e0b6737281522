//! Sends a reply once. The button is never disabled: a press either shows what is missing, or sends. After a lost
//! response the citizen presses again, and the server recognises the same reply by its idempotency key.

use contract::endpoints::POST_REPLY;
use contract::reply::ReplyReceipt;
use contract::{Problem, ProblemCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::closed_notice::closed_notice;
use super::kind_words::kind_words;
use super::reply_draft::ReplyDraft;
use super::reply_problems::{empty_reply_problems, reply_problems, reply_server_problem};
use crate::api::{Api, ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::filing::attach_files::{Uploads, field_id, has_file, use_uploads};
use crate::journey::filing::draft::{LoadedProcedure, OpenDrafts, use_open_drafts};
use crate::journey::filing::fill_form::FormState;
use crate::journey::filing::submit::{SubmissionOutcome, submit_draft};
use crate::page::load_errors::{ErrorNotice, error_message};
use crate::reactive::{dynamic, effect};
use crate::ui::{Button, FieldError, Notice, NoticeKind};

/// The status of sending a reply.
#[derive(Clone, Debug, PartialEq)]
enum SendStatus {
    /// The citizen hasn't pressed the button yet.
    Idle,
    /// The request that sends the reply is in flight.
    Sending,
    /// The reply wasn't sent, because something in it is missing or wrong.
    Blocked(Vec<FieldError>),
    /// The connection failed, so it is unknown whether the server has received the reply.
    Uncertain,
    /// The office doesn't wait for the reply any more.
    Closed,
    /// The reply wasn't sent. The value is the message that explains the reason.
    Refused(&'static str),
    /// The request failed.
    Failed(ClientError),
}

/// The reply on the page, and the status of sending it. All copies share one state.
#[derive(Clone, Copy)]
pub struct ReplySending {
    status: RwSignal<SendStatus>,
    begun: StoredValue<ReplyDraft>,
    loaded: StoredValue<LoadedProcedure>,
    state: FormState,
    /// Set to the proof once the reply is sent.
    sent: RwSignal<Option<ReplyReceipt>>,
    words: Words,
    api: Api,
    drafts: OpenDrafts,
    uploads: Uploads,
}

impl ReplySending {
    pub(super) fn new(
        begun: ReplyDraft,
        loaded: LoadedProcedure,
        state: FormState,
        sent: RwSignal<Option<ReplyReceipt>>,
    ) -> Self {
        let sending = Self {
            status: RwSignal::new(SendStatus::Idle),
            begun: StoredValue::new(begun),
            loaded: StoredValue::new(loaded),
            state,
            sent,
            words: use_words(),
            api: use_api(),
            drafts: use_open_drafts(),
            uploads: use_uploads(),
        };
        // A change of the reply resolves the listed problems one by one.
        let draft = sending
            .begun
            .with_value(|begun| begun.open_draft.merged_draft);
        let mut is_first_run = true;
        effect(move || {
            draft.track();
            state.errors.track();
            if !is_first_run {
                sending.clear_resolved();
            }
            is_first_run = false;
        });
        sending
    }

    /// The problems that the page lists. Reactive.
    pub(super) fn problems(self) -> Vec<FieldError> {
        match self.status.get() {
            SendStatus::Blocked(problems) => problems,
            _ => Vec::new(),
        }
    }

    /// The error message at a component that lacks a file.
    pub(super) fn missing_file(self, component: String) -> Signal<Option<String>> {
        let field = field_id(&component);
        let message = self.words.reply().file_missing_here;
        Signal::derive(move || {
            let is_listed = self.problems().iter().any(|problem| problem.field == field);
            is_listed.then(|| message.to_owned())
        })
    }

    fn find_problems(self) -> Vec<FieldError> {
        let (begun, loaded) = (self.begun.get_value(), self.loaded.get_value());
        reply_problems(self.words, &begun, &loaded, self.state, self.uploads)
    }

    /// Removes the listed problems that are resolved: a component that has a file now, or an answer without an error.
    fn clear_resolved(self) {
        let SendStatus::Blocked(listed) = self.status.get_untracked() else {
            return;
        };
        let begun = self.begun.get_value();
        let Some(draft) = begun.open_draft.merged_draft.get_untracked() else {
            return;
        };
        // Such as that nothing was written and no file chosen, which isn't an error of a single answer.
        let loaded = self.loaded.get_value();
        let found = empty_reply_problems(self.words, &begun, &loaded, &draft);
        let is_open = |problem: &FieldError| {
            if found.iter().any(|other| other.field == problem.field) {
                return true;
            }
            let mut components = begun.reply.components.iter();
            match components.find(|component| field_id(&component.code) == problem.field) {
                Some(component) => !has_file(self.uploads, &draft, &component.code),
                None => self
                    .state
                    .errors
                    .with_untracked(|errors| errors.contains_key(&problem.field)),
            }
        };
        let count = listed.len();
        let open: Vec<FieldError> = listed.into_iter().filter(is_open).collect();
        if open.len() < count {
            self.status.set(match open.is_empty() {
                true => SendStatus::Idle,
                false => SendStatus::Blocked(open),
            });
        }
    }

    /// Called when the citizen presses the button.
    pub(super) fn send(self) {
        // The button stays enabled while a request is in flight, so a second press must do nothing.
        let before = self.status.get_untracked();
        if before == SendStatus::Sending {
            return;
        }
        let found = self.find_problems();
        if !found.is_empty() {
            self.status.set(SendStatus::Blocked(found));
            return;
        }
        let open_draft = self.begun.with_value(|begun| begun.open_draft);
        let Some(draft) = open_draft.merged_draft.get_untracked() else {
            return;
        };
        self.status.set(SendStatus::Sending);
        spawn_local(async move {
            let outcome = submit_draft(self.api, &POST_REPLY, open_draft, &draft, |_| true).await;
            let status = match outcome {
                Ok(SubmissionOutcome::Received(receipt)) => {
                    self.drafts.remove(&draft.id);
                    self.sent.try_set(Some(*receipt));
                    return;
                }
                // An earlier request may still have arrived.
                Ok(SubmissionOutcome::NotSent(_)) if before == SendStatus::Uncertain => {
                    SendStatus::Uncertain
                }
                Ok(SubmissionOutcome::NotSent(error)) if error.is_transient() => {
                    SendStatus::Failed(error)
                }
                Ok(SubmissionOutcome::NotSent(error)) | Err(error) => self.after_error(error),
                Ok(SubmissionOutcome::DraftChanged) => {
                    SendStatus::Refused(self.words.reply().changed)
                }
            };
            self.status.try_set(status);
        });
    }

    fn after_error(self, error: ClientError) -> SendStatus {
        match error {
            ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => {
                SendStatus::Uncertain
            }
            ClientError::Refused(problem) => self.after_refusal(*problem),
            ClientError::Blocked | ClientError::SessionExpired | ClientError::UnusableForm(_) => {
                SendStatus::Failed(error)
            }
        }
    }

    fn after_refusal(self, problem: Problem) -> SendStatus {
        let words = self.words.reply();
        match problem.code {
            ProblemCode::ReplyClosed => SendStatus::Closed,
            ProblemCode::AttachmentMismatch => SendStatus::Refused(words.file_differs),
            ProblemCode::InvalidAnswers
            | ProblemCode::IncompleteDossier
            | ProblemCode::FormChanged => {
                // The page may be closed by now.
                let (Some(begun), Some(loaded)) =
                    (self.begun.try_get_value(), self.loaded.try_get_value())
                else {
                    return SendStatus::Idle;
                };
                let draft = begun.open_draft.merged_draft.try_get_untracked().flatten();
                let problems = draft.iter().flat_map(|draft| {
                    let errors = problem.errors.iter();
                    errors.filter_map(|error| {
                        reply_server_problem(self.words, &begun, &loaded, draft, error)
                    })
                });
                let problems: Vec<FieldError> = problems.collect();
                match problems.is_empty() {
                    true => SendStatus::Refused(words.incomplete),
                    false => SendStatus::Blocked(problems),
                }
            }
            _ => SendStatus::Failed(ClientError::Refused(Box::new(problem))),
        }
    }
}

/// The button that sends the reply, with the outcome of the last press.
#[component]
pub(super) fn SendSection(
    /// The reply on the page.
    sending: ReplySending,
    /// Whether the reply answers a draft certificate.
    is_certificate: bool,
) -> impl IntoView {
    let words = use_words();
    let reply = words.reply();
    let status = sending.status;
    let error = Signal::derive(move || match status.get() {
        SendStatus::Failed(error) if !error.is_transient() => Some(error),
        _ => None,
    });
    let code = sending.begun.with_value(|begun| begun.dossier.code.clone());
    let notice = dynamic(move || {
        let (kind, text) = match status.get() {
            SendStatus::Closed => return Some(closed_notice(reply, &code)),
            SendStatus::Uncertain => (NoticeKind::Warning, reply.outcome_unknown.to_owned()),
            SendStatus::Refused(text) => (NoticeKind::Error, text.to_owned()),
            SendStatus::Failed(error) if error.is_transient() => (
                NoticeKind::Error,
                [words.submit().not_sent, &error_message(words, &error)].concat(),
            ),
            SendStatus::Idle
            | SendStatus::Sending
            | SendStatus::Blocked(_)
            | SendStatus::Failed(_) => return None,
        };
        Some(view! { <Notice kind=kind announce=true><p>{text}</p></Notice> }.into_any())
    });
    let kind = sending.begun.with_value(|begun| begun.reply.kind);
    let label = kind_words(reply, kind, is_certificate).send;
    view! {
        {notice}
        <ErrorNotice error=error />
        <div class="actions">
            <Button submit=true busy=Signal::derive(move || status.get() == SendStatus::Sending)>
                {label}
            </Button>
        </div>
        <p class="muted">{reply.later}</p>
        <p role="status">{dynamic(move || (status.get() == SendStatus::Sending).then_some(reply.sending))}</p>
    }
}
