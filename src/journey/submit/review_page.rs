//! The citizen reads everything once more, mends one answer and comes back, then sends.
//! «Gửi hồ sơ» is never greyed out: pressed too early, it says what is missing.

use contract::draft::Draft;
use contract::{Problem, ProblemCode};
use domain::format::file_size;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::obstacles::{
    AGENCY_ROW, DELIVERY_ROW, FILES_ROW, answer_obstacle, answer_row, obstacles,
};
use super::sending::send;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::answer_lines::{AnswerLine, answer_sections};
use crate::journey::delivery_lines::delivery_text;
use crate::journey::going::use_go_instead;
use crate::journey::open_draft::{OpenDraft, Opened, use_open_draft, use_open_drafts};
use crate::journey::places::{Places, use_places};
use crate::journey::trouble::TroubleNotice;
use crate::journey::wizard::WizardPage;
use crate::routes::{self, DraftStep};
use crate::ui::{
    Button, ErrorSummary, FieldProblem, Notice, NoticeKind, Said, SummaryAction, SummaryList,
    SummaryRow,
};

/// Where the sending stands.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    /// Not pressed, or mended since.
    Resting,
    /// On its way.
    Under,
    /// Obstacles were found here or by the server.
    Blocked(Vec<FieldProblem>),
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
    let prefix = Signal::derive(move || match sending.get() {
        Sending::Blocked(_) => words.trouble().title_prefix.to_owned(),
        _ => String::new(),
    });
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
            .map(|draft| sections(words, places, &opened, &draft))
    };
    view! {
        <ErrorSummary title=words.trouble().summary problems=problems />
        <p>{words.submit().review_lead}</p>
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
    let go = use_go_instead();
    Callback::new(move |()| {
        let Some(draft) = open.draft.get_untracked() else {
            return;
        };
        if sending.get_untracked() == Sending::Under {
            return;
        }
        let found = obstacles(words, &opened, &draft);
        if !found.is_empty() {
            sending.set(Sending::Blocked(found));
            return;
        }
        sending.set(Sending::Under);
        let (go, opened) = (go.clone(), opened.clone());
        spawn_local(async move {
            match send(api, open).await {
                Ok(receipt) => {
                    drafts.forget(&draft.id);
                    go(&routes::receipt(&receipt.code));
                }
                Err(ClientError::Refused(problem))
                    if problem.code == ProblemCode::VersionConflict =>
                {
                    drop(open.refresh().await);
                    sending.try_set(Sending::Refused(words.submit().changed));
                }
                Err(error) => {
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
        ClientError::SessionExpired => Sending::Trouble(ClientError::SessionExpired),
    }
}

fn refusal(words: Words, opened: &Opened, draft: &Draft, problem: Problem) -> Sending {
    match problem.code {
        ProblemCode::InvalidAnswers => {
            let found: Vec<FieldProblem> = problem
                .errors
                .iter()
                .filter_map(|error| answer_obstacle(words, opened, draft, error))
                .collect();
            match found.is_empty() {
                true => Sending::Refused(words.submit().incomplete),
                false => Sending::Blocked(found),
            }
        }
        ProblemCode::IncompleteDossier => Sending::Refused(words.submit().incomplete),
        ProblemCode::AttachmentMismatch => Sending::Refused(words.submit().mismatch),
        ProblemCode::VersionConflict => Sending::Refused(words.submit().changed),
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
        Sending::Uncertain => Some((NoticeKind::Warning, words.submit().uncertain)),
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
        <TroubleNotice error=trouble />
    }
}

fn sections(words: Words, places: Places, opened: &Opened, draft: &Draft) -> AnyView {
    let submit = words.submit();
    let edit = |step, context: &str| SummaryAction {
        href: routes::draft_from_review(&draft.id, step),
        label: submit.change.to_owned(),
        context: context.into(),
    };
    let agency = SummaryRow {
        key: submit.agency.into(),
        value: draft.agency_name.as_ref().map_or_else(
            || submit.unanswered.into(),
            |name| Said::of(words.official(), name),
        ),
        action: Some(edit(DraftStep::Agency, submit.agency)),
    };
    let delivery = SummaryRow {
        key: submit.delivery.into(),
        value: draft.delivery.as_ref().map_or_else(
            || submit.unanswered.into(),
            |delivery| delivery_text(words, places, delivery),
        ),
        action: Some(edit(DraftStep::Delivery, submit.delivery)),
    };
    let answers = answer_sections(places, &opened.form, &draft.answers)
        .into_iter()
        .map(|section| {
            let rows = section
                .lines
                .into_iter()
                .map(|line| answer_line(words, &draft.id, section.page, line))
                .collect_view();
            view! {
                <section class="review-section">
                    <h2 lang=words.official()>{section.title}</h2>
                    {rows}
                </section>
            }
        })
        .collect_view();
    let files = file_rows(
        words,
        opened,
        draft,
        edit(DraftStep::Attachments, submit.files),
    );
    view! {
        <div id=AGENCY_ROW tabindex="-1">
            <SummaryList rows=Signal::stored(vec![agency]) />
        </div>
        {answers}
        <section class="review-section" id=FILES_ROW tabindex="-1">
            <h2>{submit.files}</h2>
            <SummaryList rows=Signal::stored(files) />
        </section>
        <div id=DELIVERY_ROW tabindex="-1">
            <SummaryList rows=Signal::stored(vec![delivery]) />
        </div>
    }
    .into_any()
}

fn answer_line(words: Words, id: &str, page: usize, line: AnswerLine) -> impl IntoView {
    let href = routes::draft_from_review(id, DraftStep::Form(page)) + "#" + &line.question;
    let row = SummaryRow {
        key: Said::of(words.official(), &line.label),
        value: line.answer.map_or_else(
            || words.submit().unanswered.into(),
            |answer| Said::of(words.official(), answer),
        ),
        action: Some(SummaryAction {
            href,
            label: words.submit().change.to_owned(),
            context: Said::of(words.official(), line.label),
        }),
    };
    view! {
        <div id=answer_row(&line.question) tabindex="-1">
            <SummaryList rows=Signal::stored(vec![row]) />
        </div>
    }
}

fn file_rows(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    action: SummaryAction,
) -> Vec<SummaryRow> {
    let submit = words.submit();
    if draft.attachments.is_empty() {
        return vec![SummaryRow {
            key: submit.files.into(),
            value: submit.no_files.into(),
            action: Some(action),
        }];
    }
    let components = || {
        opened
            .procedure
            .component_groups
            .iter()
            .flat_map(|group| &group.components)
    };
    draft
        .attachments
        .iter()
        .map(|file| {
            let paper = components().find(|component| component.code == file.component);
            let state = if file.sha256.is_some() {
                submit.held
            } else {
                submit.on_its_way
            };
            SummaryRow {
                key: paper.map_or_else(
                    || file.component.clone().into(),
                    |paper| Said::of(words.official(), &paper.label),
                ),
                value: [
                    file.name.as_str(),
                    "\n",
                    &file_size(file.size),
                    " · ",
                    state,
                ]
                .concat()
                .into(),
                action: Some(action.clone()),
            }
        })
        .collect()
}
