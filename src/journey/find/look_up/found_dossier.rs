//! The public data of a dossier: status, agency and dates of the whole dossier and of each part. To see this data, one
//! must know the code of the dossier, and the phone number or citizen id of the person who filed it.

use contract::dossier::DossierStatus;
use contract::lookup::LookupResult;
use leptos::html::H2;
use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::page::progress_text::{due_explanation, stuck_notice, waiting_text};
use crate::page::status_text::{due_text, status_badge};
use crate::ui::summary_list::{SummaryList, SummaryRow};
use crate::ui::{Badge, MixedText};

/// Shows the found dossier. Its heading gets the focus, so that a screen reader continues reading there.
#[component]
pub fn FoundDossier(
    /// The dossier that was found.
    found: LookupResult,
) -> impl IntoView {
    let words = use_words();
    let text = words.look_up();
    let heading = NodeRef::<H2>::new();
    heading.on_load(|heading| drop(heading.focus()));
    let meaning = match found.status {
        // The reason for these statuses is not public. Only the citizen who filed the dossier can read it, after
        // signing in.
        DossierStatus::Rejected | DossierStatus::SupplementRequested | DossierStatus::Paused => {
            text.note_elsewhere
        }
        status => words.following().status(status).meaning,
    };
    let parts = found.parts.clone();
    let part = |part: LookupResult| {
        view! {
            <li class="card">
                <h4 class="card__title" lang=official()>{part.procedure_name.clone()}</h4>
                <DossierFacts found=part />
            </li>
        }
    };
    let parts = (!parts.is_empty()).then(|| {
        view! {
            <h3>{text.parts}</h3>
            <ul class="cards">{parts.into_iter().map(part).collect_view()}</ul>
        }
    });
    let stuck = stuck_notice(words.progress(), &found.stuck);
    view! {
        <section class="section">
            <h2 node_ref=heading tabindex="-1">{text.result}</h2>
            <p class="dossier-status__procedure" lang=official()>{found.procedure_name.clone()}</p>
            <DossierFacts found=found />
            <p class="prose">{meaning}</p>
            {stuck}
            {parts}
        </section>
    }
}

/// Shows status, code, agency and dates of a dossier or of one part.
#[component]
fn DossierFacts(found: LookupResult) -> impl IntoView {
    let words = use_words();
    let text = words.look_up();
    let kind = status_badge(found.status);
    let name = words.following().status(found.status).name;
    let mark = found.due_on_provisional.then_some(text.due_provisional);
    let progress = words.progress();
    let waiting = found.waiting_for.as_ref();
    let waiting = waiting.and_then(|waiting| waiting_text(progress, waiting, progress.applicant));
    let explanation = found.due.as_ref().map(|due| due_explanation(due, None));
    let due = due_text(found.status, found.due_on.as_ref(), mark, text.due_unknown);
    let mut rows = vec![
        SummaryRow::fact(text.code, MixedText::verbatim(None, found.code)),
        SummaryRow::fact(
            text.agency,
            MixedText::verbatim(official(), found.agency_name),
        ),
        SummaryRow::fact(
            text.updated,
            MixedText::verbatim(None, format_time(&found.updated_at)),
        ),
    ];
    let label = progress.waiting.trim_end_matches([':', ' ']);
    rows.extend(waiting.map(|waiting| SummaryRow::fact(label, waiting)));
    rows.extend(due.map(|due| SummaryRow::fact(text.due, due)));
    view! {
        <p class="row">
            <Badge kind=kind>{name}</Badge>
        </p>
        <SummaryList rows=Signal::stored(rows) />
        {explanation}
    }
}
