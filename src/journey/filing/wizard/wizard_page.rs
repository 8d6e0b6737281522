//! The frame that every step of a draft is shown in. It shows the heading, the list of steps, the content of the step,
//! and whether the changes are saved.

use std::mem::discriminant;

use leptos::prelude::*;

use super::obstacle_notice::{ObstacleNotice, open_receipt_after_lost_response};
use crate::api::{ClientError, Load};
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::filed_incomplete_deliveries;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, SaveState};
use crate::page::dates::{format_recent_time, time_unlike_device};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::reactive::dynamic;
use crate::routes::{self, DraftStep};
use crate::session::use_session;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;
use crate::ui::stepper::{Stepper, StepperItem};
use crate::ui::{Lang, Notice, NoticeKind};

/// The page of one step. Its content is rendered once the draft and its form are loaded.
#[component]
pub fn WizardPage(
    /// The draft that the steps belong to.
    open_draft: OpenDraft,
    /// The step that this page shows.
    step: DraftStep,
    /// Heading of the page.
    #[prop(into)]
    title: Signal<String>,
    /// Language of the heading. `None` if it is the language of the page.
    #[prop(optional, into)]
    title_lang: Signal<Lang>,
    /// Prefix of the window's title. It announces errors while there are any.
    #[prop(optional, into)]
    prefix: Signal<String>,
    /// If `true`, the heading doesn't get the focus when the page opens. It is used by a page that moves the focus to
    /// one question.
    #[prop(optional)]
    keeps_focus: bool,
    /// Renders the content of the step. It is called once, when procedure, form and draft are loaded.
    content: Callback<LoadedProcedure, AnyView>,
) -> impl IntoView {
    let words = use_words();
    let retry = Callback::new(move |()| open_draft.reload());
    retry_automatically(open_draft.load, retry);
    // `load` doesn't change when the draft is saved. So the fields of the step aren't rendered again after each save.
    let body = move || match open_draft.load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(loaded) => view! {
            {wrong_clock_notice(words.fill_form())}
            {content.run(loaded)}
        }
        .into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=retry /> }.into_any()
        }
    };
    open_receipt_after_lost_response(open_draft);
    // A draft that is gone has no steps. A draft that was loaded before stays on the page, so that the citizen can read
    // what they wrote.
    let is_gone = Memo::new(move |_| {
        let has_failed = open_draft.load.with(|load| matches!(load, Load::Failed(_)));
        has_failed && open_draft.obstacle.with(Option::is_some)
    });
    let frame = dynamic(move || {
        match is_gone.get() {
        true => ().into_any(),
        false => view! {
            <p class="wizard-procedure" lang=official()>{dynamic(move || procedure_name(open_draft))}</p>
            <WizardSteps id=Some(open_draft.id()) step=step />
            {dynamic(body)}
            <SaveLine open_draft=open_draft />
        }
        .into_any(),
    }
    });
    view! {
        <Page title=title title_lang=title_lang prefix=prefix keeps_focus=keeps_focus>
            <ObstacleNotice open_draft=open_draft announce=true />
            {frame}
        </Page>
    }
}

/// The notice that the device's clock is wrong, with the time that counts. Nothing if the clock is right.
pub(crate) fn wrong_clock_notice(words: &'static FillFormWords) -> Option<AnyView> {
    time_unlike_device().map(|time| {
        view! {
            <Notice kind=NoticeKind::Warning>
                <p>{[words.wrong_clock, " ", &time.text(), "."].concat()}</p>
            </Notice>
        }
        .into_any()
    })
}

/// Name of the draft's procedure. Reactive.
fn procedure_name(open_draft: OpenDraft) -> Option<String> {
    open_draft
        .merged_draft
        .with(|draft| draft.as_ref().map(|draft| draft.procedure_name.clone()))
}

/// The list of steps (R4.8–R4.13). Once the draft exists, each step is a link.
#[component]
pub fn WizardSteps(
    /// Id of the draft. `None` before the draft is created.
    id: Option<String>,
    /// The step that this page shows.
    step: DraftStep,
) -> impl IntoView {
    let words = use_words().fill_form();
    let is_current = |other: &DraftStep| discriminant(other) == discriminant(&step);
    let current = STEPS.iter().position(is_current).unwrap_or_default();
    let steps: Vec<StepperItem> = STEPS
        .iter()
        .map(|other| StepperItem {
            label: step_label(words, *other).to_owned(),
            href: match &id {
                Some(id) if !is_current(other) => Some(routes::draft(id, *other)),
                _ => None,
            },
        })
        .collect();
    let count = steps.len().to_string();
    let number = current.saturating_add(1).to_string();
    let progress = [words.step, " ", &number, " ", words.step_of, " ", &count].concat();
    // The name of the step is already the heading of the page. Only the form pages have headings of their own.
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

/// The steps in their order. All form pages together are one step.
const STEPS: [DraftStep; 6] = [
    DraftStep::Agency,
    DraftStep::Form(1),
    DraftStep::Declarations,
    DraftStep::Attachments,
    DraftStep::Delivery,
    DraftStep::Review,
];

/// The label of a step in the list of steps.
const fn step_label(words: &FillFormWords, step: DraftStep) -> &'static str {
    match step {
        DraftStep::Agency => words.step_agency,
        DraftStep::Form(_) => words.step_form,
        DraftStep::Declarations => words.step_declarations,
        DraftStep::Attachments => words.step_attachments,
        DraftStep::Delivery => words.step_delivery,
        DraftStep::Review => words.step_review,
    }
}

/// Shows whether the changes are saved: saved on the server since a certain time, or only on this device.
#[component]
pub(crate) fn SaveLine(
    /// The draft whose save state is shown.
    open_draft: OpenDraft,
) -> impl IntoView {
    let words = use_words().fill_form();
    let in_memory = use_words().session().in_memory;
    let session = use_session();
    let line = move || match open_draft.save_state.get() {
        SaveState::Saved { .. }
            if session.is_device_shared() && has_incomplete_delivery(open_draft) =>
        {
            in_memory.to_owned()
        }
        SaveState::Saved { .. } if has_incomplete_delivery(open_draft) => {
            words.saved_here_incomplete.to_owned()
        }
        SaveState::Saved { at_ms } => [words.saved_at, " ", &format_recent_time(at_ms)].concat(),
        SaveState::Saving => words.saving.to_owned(),
        SaveState::Unsaved { .. } if session.is_device_shared() => in_memory.to_owned(),
        SaveState::Unsaved { reason } => unsaved_message(words, &reason).to_owned(),
    };
    let is_unsaved = move || {
        open_draft
            .save_state
            .with(|state| matches!(state, SaveState::Unsaved { .. }))
    };
    let session_ended = Signal::derive(move || match open_draft.save_state.get() {
        SaveState::Unsaved {
            reason: reason @ ClientError::SessionExpired,
        } => Some(reason),
        _ => None,
    });
    // A draft that can't be filed any more has a notice instead.
    let has_status = move || {
        open_draft.merged_draft.with(Option::is_some) && open_draft.obstacle.with(Option::is_none)
    };
    let announced = Memo::new(move |before: Option<&Announcement>| {
        let before = before.copied().unwrap_or_default();
        open_draft.save_state.with(|state| before.after(state))
    });
    let is_spoken = move || announced.get().is_spoken;
    view! {
        <ErrorNotice error=session_ended />
        <p class="save-status" hidden=is_spoken>
            {dynamic(move || (has_status() && !is_spoken()).then(line))}
        </p>
        <p class="save-status" class:save-status--pending=is_unsaved role="status">
            {dynamic(move || (has_status() && is_spoken()).then(line))}
        </p>
    }
}

/// Whether a screen reader speaks the state of saving. It is silent while all goes well, because the state changes every
/// two seconds while the citizen types. It speaks when saving fails, and once when it has succeeded again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Announcement {
    is_spoken: bool,
    is_saved: bool,
}

impl Announcement {
    /// The announcement after the state of saving has changed.
    fn after(self, state: &SaveState) -> Announcement {
        match state {
            SaveState::Unsaved { .. } => Announcement {
                is_spoken: true,
                is_saved: false,
            },
            SaveState::Saving => Announcement {
                is_spoken: self.is_spoken && !self.is_saved,
                ..self
            },
            SaveState::Saved { .. } => Announcement {
                is_saved: true,
                ..self
            },
        }
    }
}

/// Whether a result's delivery is chosen but incomplete. Only parts that are filed with the current answers count.
fn has_incomplete_delivery(open_draft: OpenDraft) -> bool {
    let loaded = open_draft.load.get();
    open_draft
        .merged_draft
        .with(|draft| match (&loaded, draft) {
            (Load::Ready(loaded), Some(draft)) => {
                !filed_incomplete_deliveries(loaded, draft, &open_draft.incomplete_deliveries.get())
                    .is_empty()
            }
            _ => false,
        })
}

/// The message that explains why a change is only on this device, and what happens next.
fn unsaved_message(words: &FillFormWords, reason: &ClientError) -> &'static str {
    match reason {
        ClientError::SessionExpired => words.saved_here_sign_in,
        ClientError::Blocked => words.saved_here_blocked,
        reason if reason.is_transient() => words.saved_here_retrying,
        _ => words.saved_here_refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_reader_speaks_only_when_saving_fails_and_when_it_succeeds_again() {
        let saved = SaveState::Saved { at_ms: 0.0 };
        let failed = SaveState::Unsaved {
            reason: ClientError::Offline,
        };
        let states = [
            (&saved, false),
            (&SaveState::Saving, false),
            (&saved, false),
            (&failed, true),
            (&SaveState::Saving, true),
            (&saved, true),
            (&SaveState::Saving, false),
            (&saved, false),
        ];
        let mut announced = Announcement::default();
        for (state, is_spoken) in states {
            announced = announced.after(state);
            assert_eq!(announced.is_spoken, is_spoken, "{state:?}");
        }
    }
}
