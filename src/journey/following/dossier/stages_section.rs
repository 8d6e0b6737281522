//! The stages of a dossier: those behind it, the one in which it is, and those that are still to come, with office,
//! person and day.

use contract::dossier::{Dossier, HistoryEntry};
use domain::progress::{Stage, StageState, stages};
use leptos::prelude::*;

use super::history_entry::office_and_handler;
use super::lead_sentence::is_withdrawn;
use crate::i18n::progress::ProgressWords;
use crate::i18n::{official, use_words};
use crate::page::dates::{format_date, format_time};
use crate::page::progress_text::waiting_text;
use crate::ui::MixedText;

/// Renders the stages. For a group they are those of the whole; each part has a page of its own.
pub(super) fn stages_section(dossier: &Dossier) -> AnyView {
    let words = use_words().progress();
    let before = dossier.history.iter().map(|entry| entry.status);
    let stages = stages(dossier.status, is_withdrawn(dossier), before);
    let stages = stages.map(|(stage, state)| {
        let class = match state {
            StageState::Done => "stages__stage stages__stage--done",
            StageState::Current => "stages__stage stages__stage--now",
            StageState::Ahead => "stages__stage",
            StageState::Never => "stages__stage stages__stage--never",
        };
        let current = (state == StageState::Current).then_some("step");
        let spoken = spoken_state(words, state);
        let spoken = spoken.map(|name| view! { <span class="visually-hidden">" – " {name}</span> });
        let details = details(words, dossier, stage, state);
        let details = details
            .into_iter()
            .map(|line| view! { <p class="stages__detail">{line.render()}</p> })
            .collect_view();
        view! {
            <li class=class aria-current=current>
                <p class="stages__name">
                    {stage_name(words, stage)}
                    {spoken}
                </p>
                {details}
            </li>
        }
    });
    view! {
        <section class="section">
            <h2>{words.stages}</h2>
            <ol class="stages">{stages.into_iter().collect_view()}</ol>
        </section>
    }
    .into_any()
}

const fn stage_name(words: &ProgressWords, stage: Stage) -> &'static str {
    match stage {
        Stage::Sent => words.stage_sent,
        Stage::Accepted => words.stage_accepted,
        Stage::Processing => words.stage_processing,
        Stage::Processed => words.stage_processed,
        Stage::Returned => words.stage_returned,
    }
}

/// The state of a stage for screen readers. `None` if the details below the name say it to everybody.
const fn spoken_state(words: &ProgressWords, state: StageState) -> Option<&'static str> {
    match state {
        StageState::Done => Some(words.stage_done),
        StageState::Current => Some(words.stage_now),
        StageState::Ahead => Some(words.stage_ahead),
        StageState::Never => None,
    }
}

fn details(
    words: &ProgressWords,
    dossier: &Dossier,
    stage: Stage,
    state: StageState,
) -> Vec<MixedText> {
    let day = |day| MixedText::verbatim(None, [words.planned, &format_date(day)].concat());
    match state {
        StageState::Done => begun(dossier, stage).map(who_and_when).unwrap_or_default(),
        StageState::Current => {
            let mut lines = begun(dossier, stage).map(who_and_when).unwrap_or_default();
            let waiting = dossier.waiting_for.as_ref();
            let waiting = waiting.and_then(|waiting| waiting_text(words, waiting, words.you));
            lines.extend(waiting.map(|whom| {
                let label = MixedText::from(words.waiting);
                label.and_verbatim(official(), whom.text())
            }));
            lines
        }
        StageState::Ahead => match stage {
            Stage::Accepted => {
                let newest = dossier.history.first();
                newest
                    .and_then(|entry| entry.deadline.as_ref().map(day))
                    .into_iter()
                    .collect()
            }
            Stage::Processed => dossier.due_on.as_ref().map(day).into_iter().collect(),
            Stage::Sent | Stage::Processing | Stage::Returned => Vec::new(),
        },
        StageState::Never => vec![words.stage_never.into()],
    }
}

/// The step with which a stage began. The history begins with the newest step.
fn begun(dossier: &Dossier, stage: Stage) -> Option<&HistoryEntry> {
    let mut oldest_first = dossier.history.iter().rev();
    oldest_first.find(|entry| entry.status == stage.status())
}

fn who_and_when(entry: &HistoryEntry) -> Vec<MixedText> {
    vec![
        MixedText::verbatim(None, format_time(&entry.at)),
        MixedText::verbatim(official(), office_and_handler(entry)),
    ]
}
