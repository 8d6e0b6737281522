//! The page of one dossier: its status, the office and person that handle it (R3.7), the offices' notes, and its
//! history. The dossier is loaded again whenever the citizen returns to the browser tab. It is rendered again only if
//! it has changed.

use contract::dossier::Dossier;
use contract::endpoints::GET_DOSSIER;
use contract::receipt::ReceivedFile;
use domain::format::display_file_size;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dossier_parts::dossier_parts;
use super::history_entry::timeline_entry;
use super::office_notes::office_notes;
use crate::answers::delivery_text::delivery_text;
use crate::answers::past_answers::past_answers;
use crate::answers::places::use_places;
use crate::api::{Load, use_api};
use crate::browser::window_listener::WindowListener;
use crate::i18n::following::FollowingWords;
use crate::i18n::{official, use_words};
use crate::journey::following::live::{status_announcement, watch_changes};
use crate::page::dates::format_time;
use crate::page::load_errors::Loaded;
use crate::page::print_button::PrintButton;
use crate::page::status_text::{due_text, status_badge};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{
    Badge, BadgeKind, ButtonKind, ButtonLink, Disclosure, MixedText, SummaryList, SummaryRow,
    Timeline, TimelineEntry,
};

/// The page of one dossier.
#[component]
pub fn DossierPage(
    /// Code of the dossier.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let code = StoredValue::new(code);
    let load = RwSignal::new(Load::Waiting);
    let reload = Callback::new(move |()| {
        let code = code.get_value();
        spawn_local(async move {
            let answer = api.get(&GET_DOSSIER, &[&code], "").await;
            let keep = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(dossier)) => shown == dossier,
                // If the refresh fails with a temporary error, the dossier stays on the screen. An outdated dossier
                // helps the citizen more than an error message.
                (Load::Ready(_), Err(error)) => error.is_transient(),
                _ => false,
            });
            if keep == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    reload.run(());
    // The event listener for the return to the browser tab is removed when the page is unmounted.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        reload.try_run(());
    }));
    watch_changes(Callback::new(move |changed: Option<String>| {
        if changed.is_none_or(|changed| code.try_get_value() == Some(changed)) {
            reload.try_run(());
        }
    }));
    view! {
        <Page title=words.following().dossier>
            {status_announcement(load)}
            <Loaded load=load on_retry=reload ready=draw_dossier />
        </Page>
    }
}

fn draw_dossier(dossier: Dossier) -> AnyView {
    let words = use_words();
    let following = words.following();
    let places = use_places();
    let receipt = routes::dossier_receipt(dossier.group_code.as_ref().unwrap_or(&dossier.code));
    let back = routes::my_dossiers(dossier.tab.key(), 1);
    // In a group's dossier, each part has its own delivery, so none is shown for the whole dossier.
    let delivery = Some(dossier.delivery.clone()).filter(|_| dossier.parts.is_empty());
    let delivery = Signal::derive(move || {
        let row = |delivery| SummaryRow {
            key: following.delivery.into(),
            value: delivery_text(words, places, delivery),
            action: None,
        };
        delivery.iter().map(row).collect()
    });
    let history: Vec<TimelineEntry> = dossier
        .history
        .iter()
        .map(|entry| timeline_entry(following, entry))
        .collect();
    let whole = dossier.group_code.as_ref().map(|whole| {
        let href = routes::dossier(whole);
        view! { <p><a href=href>{words.declarations().whole}</a></p> }
    });
    view! {
        <div class="stack">
            {whole}
            {status_section(following, &dossier)}
            {dossier_parts(dossier.parts.clone())}
            <section class="section">
                <h2>{following.now}</h2>
                <SummaryList rows=Signal::stored(facts(following, &dossier)) />
            </section>
            <section class="section">
                <h2>{following.history}</h2>
                <Timeline entries=Signal::stored(history) />
            </section>
            <section class="section">
                <h2>{following.files}</h2>
                {files(following, dossier.files)}
                <SummaryList rows=delivery />
                <Disclosure summary=following.declared>
                    {past_answers(dossier.form, dossier.answers)}
                </Disclosure>
            </section>
            <div class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=receipt>{following.receipt}</ButtonLink>
                <PrintButton label=following.print />
                <ButtonLink kind=ButtonKind::Plain href=back>{following.back}</ButtonLink>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the status of the dossier and its meaning, followed by the offices' notes.
fn status_section(words: &'static FollowingWords, dossier: &Dossier) -> AnyView {
    let kind: BadgeKind = status_badge(dossier.status);
    let procedure = dossier.procedure.name.clone();
    let name = words.status(dossier.status).name;
    let awaited = dossier.waits_for.join(", ");
    let meaning = match awaited.is_empty() {
        true => MixedText::from(words.status(dossier.status).meaning),
        false => MixedText::from([use_words().declarations().waits_for, " "].concat())
            .and(official(), awaited),
    };
    view! {
        <div class="dossier-status" aria-live="polite">
            <p class="dossier-status__procedure" lang=official()>{procedure}</p>
            <p class="dossier-status__status">
                <Badge kind=kind>{name}</Badge>
            </p>
            <p>{meaning.render()}</p>
            {office_notes(words, dossier)}
        </div>
    }
    .into_any()
}

fn facts(words: &FollowingWords, dossier: &Dossier) -> Vec<SummaryRow> {
    let declaration_words = use_words().declarations();
    let mark = dossier.due_on_provisional.then_some(words.due_provisional);
    let due = due_text(
        dossier.status,
        dossier.due_on.as_ref(),
        mark,
        words.due_unknown,
    );
    let due = due.map(|due| (words.due_on, due));
    let official_text = |text: &str| MixedText::of(official(), text);
    let name = |text: &str| MixedText::verbatim(official(), text);
    let handler = dossier.handler.as_deref().map(name);
    let result = dossier.result.as_deref();
    let result = result.map(|result| (declaration_words.result, official_text(result)));
    let waits_for = dossier.waits_for.join(", ");
    let waits_for =
        (!waits_for.is_empty()).then(|| (declaration_words.waits_for, official_text(&waits_for)));
    let facts = [
        (words.code, MixedText::verbatim(None, dossier.code.as_str())),
        (words.office, name(&dossier.office)),
        (
            words.handler,
            handler.unwrap_or_else(|| words.handler_unknown.into()),
        ),
        (words.listed_under, words.tab(dossier.tab).name.into()),
        (
            words.sent_at,
            MixedText::verbatim(None, format_time(&dossier.sent_at)),
        ),
    ];
    let row = |(key, value): (&str, MixedText)| SummaryRow {
        key: key.trim_end_matches([':', ' ']).to_owned().into(),
        value,
        action: None,
    };
    let part_facts = result.into_iter().chain(waits_for);
    let all = facts.into_iter().chain(due).chain(part_facts);
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
            value: MixedText::verbatim(None, file.name)
                .and(None, "\n".to_owned() + &display_file_size(file.size)),
            action: None,
        })
        .collect();
    view! { <SummaryList rows=Signal::stored(rows) /> }.into_any()
}
