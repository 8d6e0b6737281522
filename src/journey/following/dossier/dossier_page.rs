//! One dossier: how it stands, where it is and who has it (R3.7), what the office wrote, and everything that
//! happened. Coming back to the page asks again; what is shown stays until something has changed.

use contract::dossier::Dossier;
use contract::endpoints::GET_DOSSIER;
use contract::receipt::ReceivedFile;
use domain::format::file_size;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::history_lines::timeline_entry;
use super::office_notes::office_notes;
use super::part_lines::parts;
use crate::answers::delivery_text::delivery_text;
use crate::answers::past_answers::past_answers;
use crate::answers::places::use_places;
use crate::api::{Load, use_api};
use crate::browser::export;
use crate::browser::window_listener::WindowListener;
use crate::i18n::following::FollowingWords;
use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::page::load_errors::Loaded;
use crate::page::status_text::{due, status_badge, status_meaning, status_name, tab_name};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{
    Badge, BadgeKind, Button, ButtonKind, ButtonLink, Disclosure, MixedText, SummaryList,
    SummaryRow, Timeline, TimelineEntry,
};

/// One dossier.
#[component]
pub fn DossierPage(
    /// Its code.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let code = StoredValue::new(code);
    let load = RwSignal::new(Load::Waiting);
    let ask = Callback::new(move |()| {
        let code = code.get_value();
        spawn_local(async move {
            let answer = api.get(&GET_DOSSIER, &[&code], "").await;
            let shown = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(dossier)) => shown == dossier,
                // What is shown is worth more than a notice that it may be old.
                (Load::Ready(_), Err(error)) => error.may_pass(),
                _ => false,
            });
            if shown == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    ask.run(());
    // Ends with the page.
    let _returning = StoredValue::new_local(WindowListener::on_return(move || {
        ask.try_run(());
    }));
    view! {
        <Page title=words.following().dossier>
            <Loaded load=load on_retry=ask ready=sheet />
        </Page>
    }
}

fn sheet(dossier: Dossier) -> AnyView {
    let words = use_words();
    let track = words.following();
    let places = use_places();
    let receipt = routes::receipt(dossier.group_code.as_ref().unwrap_or(&dossier.code));
    let back = routes::dossiers(dossier.tab.key(), 1);
    // Of a group each part has a way of its own.
    let delivery = Some(dossier.delivery.clone()).filter(|_| dossier.parts.is_empty());
    let delivery = Signal::derive(move || {
        let row = |delivery| SummaryRow {
            key: track.delivery.into(),
            value: delivery_text(words, places, delivery),
            action: None,
        };
        delivery.iter().map(row).collect()
    });
    let history: Vec<TimelineEntry> = dossier
        .history
        .iter()
        .map(|entry| timeline_entry(track, entry))
        .collect();
    let whole = dossier.group_code.as_ref().map(|whole| {
        let href = routes::dossier(whole);
        view! { <p><a href=href>{words.declarations().whole}</a></p> }
    });
    view! {
        <div class="stack">
            {whole}
            {standing(track, &dossier)}
            {parts(dossier.parts.clone())}
            <section class="section">
                <h2>{track.now}</h2>
                <SummaryList rows=Signal::stored(facts(track, &dossier)) />
            </section>
            <section class="section">
                <h2>{track.history}</h2>
                <Timeline entries=Signal::stored(history) />
            </section>
            <section class="section">
                <h2>{track.files}</h2>
                {files(track, dossier.files)}
                <SummaryList rows=delivery />
                <Disclosure summary=track.declared>
                    {past_answers(dossier.form, dossier.answers)}
                </Disclosure>
            </section>
            <div class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=receipt>{track.receipt}</ButtonLink>
                <Button kind=ButtonKind::Secondary on_press=Callback::new(|()| export::print())>
                    {track.print}
                </Button>
                <ButtonLink kind=ButtonKind::Plain href=back>{track.back}</ButtonLink>
            </div>
        </div>
    }
    .into_any()
}

/// The status, large, with what it means; then what the office wrote.
fn standing(words: &'static FollowingWords, dossier: &Dossier) -> AnyView {
    let kind: BadgeKind = status_badge(dossier.status);
    let procedure = dossier.procedure.name.clone();
    let name = status_name(words, dossier.status);
    let waited = dossier.waits_for.join(", ");
    let meaning = match waited.is_empty() {
        true => MixedText::from(status_meaning(words, dossier.status)),
        false => MixedText::from([use_words().declarations().waits_for, " "].concat())
            .and(official(), waited),
    };
    view! {
        <div class="dossier-standing" aria-live="polite">
            <p class="dossier-standing__procedure" lang=official()>{procedure}</p>
            <p class="dossier-standing__status">
                <Badge kind=kind>{name}</Badge>
            </p>
            <p>{meaning.draw()}</p>
            {office_notes(words, dossier)}
        </div>
    }
    .into_any()
}

fn facts(words: &FollowingWords, dossier: &Dossier) -> Vec<SummaryRow> {
    let declare = use_words().declarations();
    let due = due(dossier.status, dossier.due_on.as_ref(), words.due_unknown);
    let due = due.map(|due| (words.due_on, due.into()));
    let theirs = |text: &str| MixedText::of(official(), text);
    let handler = dossier.handler.as_deref().map(theirs);
    let result = dossier.result.as_deref();
    let result = result.map(|result| (declare.result, theirs(result)));
    let waits_for = dossier.waits_for.join(", ");
    let waits_for = (!waits_for.is_empty()).then(|| (declare.waits_for, theirs(&waits_for)));
    let facts = [
        (words.code, dossier.code.as_str().into()),
        (words.office, theirs(&dossier.office)),
        (
            words.handler,
            handler.unwrap_or_else(|| words.handler_unknown.into()),
        ),
        (words.stands_under, tab_name(words, dossier.tab).into()),
        (words.sent_at, format_time(&dossier.sent_at).into()),
    ];
    let row = |(key, value): (&str, MixedText)| SummaryRow {
        key: key.trim_end_matches([':', ' ']).to_owned().into(),
        value,
        action: None,
    };
    let of_part = result.into_iter().chain(waits_for);
    let all = facts.into_iter().chain(due).chain(of_part);
    all.map(row).collect()
}

fn files(words: &FollowingWords, files: Vec<ReceivedFile>) -> AnyView {
    if files.is_empty() {
        return view! { <p>{words.no_files}</p> }.into_any();
    }
    let rows: Vec<SummaryRow> = files
        .into_iter()
        .map(|file| SummaryRow {
            key: MixedText::of(official(), file.component_label),
            value: [file.name.as_str(), "\n", &file_size(file.size)]
                .concat()
                .into(),
            action: None,
        })
        .collect();
    view! { <SummaryList rows=Signal::stored(rows) /> }.into_any()
}
