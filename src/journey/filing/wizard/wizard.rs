//! The frame around every step of a draft: heading, the way through, whether everything is saved.
//! A step's own content is drawn only when the draft and its form are there.

use leptos::prelude::*;

use crate::api::{ClientError, Load};
use crate::i18n::{Words, official, use_words};
use crate::journey::filing::draft::declarations::unfinished_of;
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened, SaveState};
use crate::page::dates::format_recent_time;
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::routes::{self, DraftStep};
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::stepper::{Stepper, StepperItem};
use crate::ui::{ButtonLink, Lang, Notice, NoticeKind};

pub use super::step_order::{
    next_address, pages_seen, previous_address, reading_address, use_go_on,
};

/// A step of a draft.
#[component]
pub fn WizardPage(
    /// The draft.
    draft: OpenDraft,
    /// Which step this is.
    step: DraftStep,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// Language of the heading, where it isn't the page's.
    #[prop(optional, into)]
    title_lang: Signal<Lang>,
    /// Before the window's title while answers are at fault.
    #[prop(optional, into)]
    prefix: Signal<String>,
    /// Leaves the focus alone, for a page that leads to one question.
    #[prop(optional)]
    keeps_focus: bool,
    /// The step itself, drawn once, when procedure, form and draft are there.
    content: Callback<Opened, AnyView>,
) -> impl IntoView {
    let words = use_words();
    let retry = Callback::new(move |()| draft.reload());
    retry_automatically(draft.load, retry);
    // A save changes the draft, never this: the fields of the step stay where they are.
    let body = move || match draft.load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(opened) => content.run(opened),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=retry /> }.into_any()
        }
    };
    let gone = Memo::new(move |_| {
        draft
            .load
            .with(|load| matches!(load, Load::Failed(error) if error.is_not_found()))
    });
    let frame = move || match gone.get() {
        true => gone_notice(words).into_any(),
        false => view! {
            <p class="wizard-procedure" lang=official()>{move || procedure_name(draft)}</p>
            <WizardSteps id=Some(draft.id()) step=step />
            {body}
            <SaveLine draft=draft />
        }
        .into_any(),
    };
    view! {
        <Page title=title title_lang=title_lang prefix=prefix keeps_focus=keeps_focus>
            {frame}
        </Page>
    }
}

/// Back from the receipt leads to steps of a draft that is a dossier now.
fn gone_notice(words: Words) -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info announce=true>
            <p>{words.submit().gone}</p>
            <ButtonLink href=routes::dossiers("new", 1)>{words.shell().dossiers}</ButtonLink>
        </Notice>
    }
}

fn procedure_name(draft: OpenDraft) -> Option<String> {
    draft
        .draft
        .with(|draft| draft.as_ref().map(|draft| draft.procedure_name.clone()))
}

/// The steps of the way (R4.8–R4.13); those of a draft are links.
#[component]
pub fn WizardSteps(
    /// The draft, once there is one.
    id: Option<String>,
    /// Which step this is.
    step: DraftStep,
) -> impl IntoView {
    let words = use_words().fill_form();
    let all = [
        (words.step_agency, DraftStep::Agency),
        (words.step_form, DraftStep::Form(1)),
        (words.step_declarations, DraftStep::Declarations),
        (words.step_attachments, DraftStep::Attachments),
        (words.step_delivery, DraftStep::Delivery),
        (words.step_review, DraftStep::Review),
    ];
    let current = place_of(step);
    let steps: Vec<StepperItem> = all
        .into_iter()
        .map(|(label, step)| StepperItem {
            label: label.to_owned(),
            href: match &id {
                Some(id) if place_of(step) != current => Some(routes::draft(id, step)),
                _ => None,
            },
        })
        .collect();
    let of = steps.len().to_string();
    let number = current.saturating_add(1).to_string();
    let progress = [words.step, " ", &number, " ", words.step_of, " ", &of].concat();
    // A page of the form has a heading of its own.
    let in_heading = !matches!(step, DraftStep::Form(_));
    view! {
        <Stepper
            label=words.steps
            steps=steps
            current=current
            progress_text=progress
            in_heading=in_heading
        />
    }
}

const fn place_of(step: DraftStep) -> usize {
    match step {
        DraftStep::Agency => 0,
        DraftStep::Form(_) => 1,
        DraftStep::Declarations => 2,
        DraftStep::Attachments => 3,
        DraftStep::Delivery => 4,
        DraftStep::Review => 5,
    }
}

/// Where the changes are: with the server since when, or on this phone alone.
#[component]
fn SaveLine(
    /// The draft.
    draft: OpenDraft,
) -> impl IntoView {
    let words = use_words().fill_form();
    let in_memory = use_words().session().in_memory;
    let session = use_session();
    let line = move || match draft.save_state.get() {
        SaveState::Saved { .. } if session.is_device_shared() && has_unfinished(draft) => {
            in_memory.to_owned()
        }
        SaveState::Saved { .. } if has_unfinished(draft) => words.saved_here_unfinished.to_owned(),
        SaveState::Saved { at_ms } => [words.saved_at, " ", &format_recent_time(at_ms)].concat(),
        SaveState::Saving => words.saving.to_owned(),
        SaveState::Waiting { .. } if session.is_device_shared() => in_memory.to_owned(),
        SaveState::Waiting { reason } => waiting_words(words, &reason).to_owned(),
    };
    let waiting = move || {
        draft
            .save_state
            .with(|state| matches!(state, SaveState::Waiting { .. }))
    };
    let ended = Signal::derive(move || match draft.save_state.get() {
        SaveState::Waiting {
            reason: reason @ ClientError::SessionExpired,
        } => Some(reason),
        _ => None,
    });
    view! {
        <ErrorNotice error=ended />
        <p class="save-line" class:save-line--waiting=waiting role="status">
            {move || draft.draft.with(Option::is_some).then(line)}
        </p>
    }
}

/// Whether something stands half chosen for a result that the draft asks for.
fn has_unfinished(open: OpenDraft) -> bool {
    let loaded = open.load.get();
    open.draft.with(|draft| match (&loaded, draft) {
        (Load::Ready(opened), Some(draft)) => {
            !unfinished_of(opened, draft, &open.unfinished.get()).is_empty()
        }
        _ => false,
    })
}

fn waiting_words(
    words: &crate::i18n::fill_form::FillFormWords,
    reason: &ClientError,
) -> &'static str {
    match reason {
        ClientError::SessionExpired => words.saved_here_sign_in,
        reason if reason.is_transient() => words.saved_here_retrying,
        _ => words.saved_here_refused,
    }
}
