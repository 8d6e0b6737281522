//! The citizen reads everything once more, mends one answer and comes back, then sends.
//! «Gửi hồ sơ» is never greyed out: pressed too early, it says what is missing.

use contract::draft::Draft;
use contract::{Problem, ProblemCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::obstacles::{found_by_server, obstacles};
use super::review_lines::sections;
use super::sending::{Sent, send};
use crate::answers::places::use_places;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::filing::draft::open_draft::{
    OpenDraft, Opened, use_open_draft, use_open_drafts,
};
use crate::journey::filing::draft::partial_agency::as_chosen;
use crate::journey::filing::wizard::wizard::WizardPage;
use crate::journey::identity::consent::require_consent::use_ask_if_needed;
use crate::page::load_errors::{ErrorNotice, title_prefix};
use crate::page::navigation::use_replace;
use crate::routes::{self, DraftStep};
use crate::ui::{Button, ErrorSummary, FieldError, Notice, NoticeKind};

/// Where the sending stands.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    /// Not pressed, or mended since.
    Resting,
    /// On its way.
    Under,
    /// Obstacles were found here or by the server.
    Blocked(Vec<FieldError>),
    /// Nobody knows whether it arrived.
    Uncertain,
    /// The server refuses for a reason with words of its own.
    Refused(&'static str),
    /// Something else went wrong.
    Trouble(ClientError),
}

/// Review and send a draft.
#[component]
pub fn ReviewPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let sending = RwSignal::new(Sending::Resting);
    let blocked = |sending: &Sending| matches!(sending, Sending::Blocked(_));
    let prefix = title_prefix(move || sending.with(blocked));
    let content = Callback::new(move |opened: Opened| review(open, opened, sending).into_any());
    view! {
        <WizardPage
            draft=open
            step=DraftStep::Review
            title=words.submit().review
            prefix=prefix
            content=content
        />
    }
}

fn review(open: OpenDraft, opened: Opened, sending: RwSignal<Sending>) -> impl IntoView {
    let words = use_words();
    let places = use_places();
    let press = use_sending(open, opened.clone(), sending);
    let problems = Signal::derive(move || match sending.get() {
        Sending::Blocked(problems) => problems,
        _ => Vec::new(),
    });
    let body = move || {
        open.draft
            .get()
            .map(as_chosen)
            .map(|draft| sections(words, places, &opened, &draft, &open.unfinished.get()))
    };
    view! {
        <ErrorSummary title=words.errors().summary problems=problems />
        <p>{words.submit().review_intro}</p>
        {body}
        <SendingNotice sending=sending />
        <div class="actions">
            <Button
                busy=Signal::derive(move || sending.get() == Sending::Under)
                on_press=press
            >
                {words.submit().send}
            </Button>
        </div>
        // Under the button, which a second press must still find where it was.
        <p role="status">
            {move || (sending.get() == Sending::Under).then_some(words.submit().sending)}
        </p>
    }
}

/// What pressing «Gửi hồ sơ» does.
fn use_sending(open: OpenDraft, opened: Opened, sending: RwSignal<Sending>) -> Callback<()> {
    let words = use_words();
    let api = use_api();
    let drafts = use_open_drafts();
    let go = use_replace();
    let ask_if_needed = use_ask_if_needed();
    Callback::new(move |()| {
        let Some(draft) = open.draft.get_untracked().map(as_chosen) else {
            return;
        };
        if sending.get_untracked() == Sending::Under {
            return;
        }
        let found = obstacles(words, &opened, &draft, &open.unfinished.get_untracked());
        if !found.is_empty() {
            sending.set(Sending::Blocked(found));
            return;
        }
        sending.set(Sending::Under);
        let (go, opened) = (go.clone(), opened.clone());
        spawn_local(async move {
            match send(api, open, &draft).await {
                Ok(Sent::Held(receipt)) => {
                    drafts.forget(&draft.id);
                    go(&routes::receipt(&receipt.code));
                }
                Ok(Sent::Changed) => {
                    sending.try_set(Sending::Refused(words.submit().changed));
                }
                Err(error) => {
                    ask_if_needed(&error);
                    sending.try_set(setback(words, &opened, &draft, error));
                }
            }
        });
    })
}

fn setback(words: Words, opened: &Opened, draft: &Draft, error: ClientError) -> Sending {
    match error {
        ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => {
            Sending::Uncertain
        }
        ClientError::Refused(problem) => refusal(words, opened, draft, *problem),
        ClientError::SessionExpired | ClientError::UnusableForm(_) => Sending::Trouble(error),
    }
}

fn refusal(words: Words, opened: &Opened, draft: &Draft, problem: Problem) -> Sending {
    match problem.code {
        ProblemCode::InvalidAnswers | ProblemCode::IncompleteDossier => {
            let found: Vec<FieldError> = problem
                .errors
                .iter()
                .filter_map(|error| found_by_server(words, opened, draft, error))
                .collect();
            match found.is_empty() {
                true => Sending::Refused(words.submit().incomplete),
                false => Sending::Blocked(found),
            }
        }
        ProblemCode::AttachmentMismatch => Sending::Refused(words.submit().file_differs),
        ProblemCode::NotFound => Sending::Refused(words.submit().gone),
        _ => Sending::Trouble(ClientError::Refused(Box::new(problem))),
    }
}

#[component]
fn SendingNotice(sending: RwSignal<Sending>) -> impl IntoView {
    let words = use_words();
    let trouble = Signal::derive(move || match sending.get() {
        Sending::Trouble(error) => Some(error),
        _ => None,
    });
    let sentence = move || match sending.get() {
        Sending::Uncertain => Some((NoticeKind::Warning, words.submit().outcome_unknown)),
        Sending::Refused(sentence) => Some((NoticeKind::Problem, sentence)),
        Sending::Resting | Sending::Under | Sending::Blocked(_) | Sending::Trouble(_) => None,
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
