//! The parts of a group's dossier. For each part, shows its agency, status and due date (R4.16), and the other parts
//! that must be finished before it.

use contract::dossier::{DossierPart, WaitingParty};
use leptos::prelude::*;

use crate::i18n::{Words, official, use_words};
use crate::page::progress_text::waiting_text;
use crate::page::status_text::{due_text, status_badge};
use crate::routes;
use crate::ui::{Badge, BadgeKind, MixedText, SummaryList, SummaryRow};

/// Renders the parts in the order of processing. `None` for the dossier of a single procedure.
pub(super) fn dossier_parts(parts: Vec<DossierPart>) -> Option<AnyView> {
    if parts.is_empty() {
        return None;
    }
    let words = use_words();
    let parts: Vec<AnyView> = parts.into_iter().map(|one| part(words, one)).collect();
    let heading = words.declarations().parts;
    Some(
        view! {
            <section class="section">
                <h2>{heading}</h2>
                <ol class="dossier-parts">{parts}</ol>
            </section>
        }
        .into_any(),
    )
}

fn part(words: Words, part: DossierPart) -> AnyView {
    let following = words.following();
    let kind: BadgeKind = status_badge(part.status);
    let rows = Signal::stored(facts(words, &part));
    let href = routes::dossier(&part.code);
    let note = part.note.map(|note| {
        view! { <p class="dossier-note" lang=official()>{note}</p> }
    });
    view! {
        <li class="dossier-part">
            <h3 lang=official()>{part.procedure.name.clone()}</h3>
            <p><Badge kind=kind>{following.status(part.status).name}</Badge></p>
            {note}
            <SummaryList rows=rows />
            <p>
                <a href=href>
                    {words.declarations().open_part}
                    <span class="visually-hidden" lang=official()>": " {part.procedure.name}</span>
                </a>
            </p>
        </li>
    }
    .into_any()
}

fn facts(words: Words, part: &DossierPart) -> Vec<SummaryRow> {
    let following = words.following();
    let official_text = |text: &str| MixedText::of(words.official(), text);
    let mut facts: Vec<(&str, MixedText)> = vec![
        (
            following.code,
            MixedText::verbatim(None, part.code.as_str()),
        ),
        (
            following.office,
            MixedText::verbatim(official(), part.office.as_str()),
        ),
        (words.declarations().result, official_text(&part.result)),
    ];
    let progress = words.progress();
    let waiting = part.waiting_for.as_ref();
    // A part that waits for another result says so below.
    let waiting = waiting.filter(|waiting| waiting.party != WaitingParty::Elsewhere);
    let waiting = waiting.and_then(|waiting| waiting_text(progress, waiting, progress.you));
    facts.extend(waiting.map(|waiting| (progress.waiting, waiting)));
    if part.waits_for.is_empty() {
        let mark = part.due_on_provisional.then_some(following.due_provisional);
        let due = due_text(
            part.status,
            part.due_on.as_ref(),
            mark,
            following.due_unknown,
        );
        facts.extend(due.map(|due| (following.due_on, due)));
    } else {
        let awaited = part.waits_for.join(", ");
        facts.push((words.declarations().waits_for, official_text(&awaited)));
    }
    let row =
        |(key, value): (&str, MixedText)| SummaryRow::fact(key.trim_end_matches([':', ' ']), value);
    facts.into_iter().map(row).collect()
}
