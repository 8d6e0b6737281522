//! The page of one dossier. On top it says what is happening, what the citizen must do and until when; then where the
//! dossier is delayed, its stages, its due date, where it is now (R3.7), its history, and what was sent. The dossier is
//! loaded again whenever the citizen returns to the browser tab, and whenever the backend tells of a change. It is rendered
//! again only if it has changed.

use std::sync::Arc;

use contract::dossier::{Dossier, Rating};
use leptos::prelude::*;

use super::dossier_facts::{SentParts, facts_section, sent_section};
use super::dossier_parts::dossier_parts;
use super::due_section::due_section;
use super::history_section::history_section;
use super::lead_sentence::lead;
use super::office_notes::office_notes;
use super::open_dossier::OpenDossier;
use super::stages_section::stages_section;
use crate::api::Load;
use crate::browser::window_listener::WindowListener;
use crate::i18n::{official, use_words};
use crate::journey::following::copy_link::copy_section;
use crate::journey::following::fees::fees_section::fees_section;
use crate::journey::following::live::{change_announcement, new_status, watch_changes};
use crate::journey::following::messages::messages_section;
use crate::journey::following::rating::rating_section;
use crate::journey::following::results::results_section;
use crate::journey::following::supplement::supplement_section;
use crate::journey::following::withdrawal::withdrawal_section;
use crate::page::dates::today;
use crate::page::load_errors::{ErrorNotice, LoadedOnce};
use crate::page::print_button::PrintButton;
use crate::page::progress_text::stuck_notice;
use crate::page::status_text::status_badge;
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Badge, BadgeKind, Button, ButtonKind, ButtonLink, Notice, NoticeKind};

/// The page of one dossier.
#[component]
pub fn DossierPage(
    /// Code of the dossier.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let state = OpenDossier::new(code);
    let load = state.load;
    let actions = Actions {
        reload: Callback::new(move |()| state.refresh(true)),
        on_rated: Callback::new(move |rating: Rating| state.show_rating(&rating)),
        on_withdrawn: Callback::new(move |dossier: Dossier| state.show_changed(dossier)),
    };
    let reload = actions.reload;
    reload.run(());
    // The event listener for the return to the browser tab is removed when the page is unmounted.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || state.refresh(false)));
    let is_gone = Memo::new(move |_| {
        load.with(|load| matches!(load, Load::Failed(error) if error.is_not_found()))
    });
    watch_changes(Callback::new(move |changed: Option<String>| {
        if changed.is_none_or(|changed| state.is_of(&changed)) {
            state.refresh(false);
        }
    }));
    let show_newer = Callback::new(move |()| state.show_newer());
    let newer_notice = dynamic(move || {
        state.newer.with(Option::is_some).then(|| {
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p>{words.notices().newer}</p>
                    <Button kind=ButtonKind::Secondary on_press=show_newer>{words.notices().show_newer}</Button>
                </Notice>
            }
        })
    });
    let draw = Callback::new(move |()| draw_dossier(state, actions));
    view! {
        <Page title=words.following().dossier>
            {change_announcement(load, |before: &Arc<Dossier>, now| new_status(before.status, now.status))}
            {newer_notice}
            {dynamic(move || match is_gone.get() {
                true => gone(),
                false => view! { <LoadedOnce load=load on_retry=reload ready=draw /> }.into_any(),
            })}
        </Page>
    }
}

/// Tells that the dossier isn't there, also if it was removed while the page was open.
fn gone() -> AnyView {
    let words = use_words();
    view! {
        <Notice kind=NoticeKind::Error announce=true>
            <p>{words.progress().gone}</p>
            <ButtonLink kind=ButtonKind::Secondary href=routes::my_dossiers("new", 1)>
                {words.following().back}
            </ButtonLink>
        </Notice>
    }
    .into_any()
}

/// What the sections call. The callbacks belong to the page, so they work when a response arrives after the section was
/// rendered again.
#[derive(Clone, Copy)]
struct Actions {
    /// Loads the dossier again, because the citizen has asked for it.
    reload: Callback<()>,
    on_rated: Callback<Rating>,
    on_withdrawn: Callback<Dossier>,
}

/// Renders the dossier, and again whenever it changes. What the citizen has sent rarely changes, and its form is loaded for
/// it, so it is rendered apart.
fn draw_dossier(state: OpenDossier, actions: Actions) -> AnyView {
    let draw = move |sections: fn(&Arc<Dossier>, OpenDossier, Actions) -> Sections| {
        dynamic(move || {
            let dossier = state.load.with(|load| match load {
                Load::Ready(dossier) => Some(Arc::clone(dossier)),
                Load::Waiting | Load::Failed(_) => None,
            });
            let sections = dossier.map(|dossier| sections(&dossier, state, actions));
            sections
                .into_iter()
                .flatten()
                .flatten()
                .collect::<Vec<AnyView>>()
        })
    };
    let sent = Memo::new(move |_| {
        state.load.with(|load| match load {
            Load::Ready(dossier) => Some(SentParts::of(dossier)),
            Load::Waiting | Load::Failed(_) => None,
        })
    });
    view! {
        <div class="stack">
            {draw(sections_until_history)}
            {dynamic(move || sent.get().map(sent_section))}
            {draw(sections_after_sent)}
        </div>
    }
    .into_any()
}

/// Sections of the page. A section that doesn't apply is `None`.
type Sections = Vec<Option<AnyView>>;

/// What the citizen can do, which stands before what they only read; then the facts, and the history.
fn sections_until_history(shared: &Arc<Dossier>, state: OpenDossier, actions: Actions) -> Sections {
    let words = use_words();
    let dossier: &Dossier = shared;
    let whole = dossier.group_code.as_ref().map(|whole| {
        let href = routes::dossier(whole);
        view! { <p><a href=href>{words.declarations().whole}</a></p> }.into_any()
    });
    vec![
        whole,
        Some(status_section(dossier)),
        stuck_notice(words.progress(), &dossier.stuck),
        supplement_section(dossier),
        fees_section(dossier),
        results_section(dossier, state.downloads),
        rating_section(dossier, state.changes_rating, actions.on_rated),
        dossier_parts(dossier.parts.clone()),
        Some(stages_section(dossier)),
        due_section(dossier, state.explains_due),
        Some(facts_section(dossier)),
        Some(history_section(Arc::clone(shared), state.shown_steps)),
    ]
}

/// What the citizen rarely does, and the links at the end.
fn sections_after_sent(dossier: &Arc<Dossier>, state: OpenDossier, actions: Actions) -> Sections {
    let reload = actions.reload;
    vec![
        messages_section(dossier),
        copy_section(dossier),
        withdrawal_section(dossier, actions.on_withdrawn, reload),
        Some(view! { <ErrorNotice error=state.refresh_error on_retry=reload /> }.into_any()),
        Some(links(dossier, reload)),
    ]
}

/// Shows the status of the dossier and what it means now, followed by the offices' notes.
fn status_section(dossier: &Dossier) -> AnyView {
    let words = use_words();
    let following = words.following();
    let kind: BadgeKind = status_badge(dossier.status);
    let procedure = dossier.procedure.name.clone();
    let sentences = lead(words.progress(), following, dossier, today());
    let sentences: Vec<AnyView> = sentences
        .into_iter()
        .map(|sentence| view! { {sentence.render()} " " }.into_any())
        .collect();
    let status = following.status(dossier.status).name;
    let notes = office_notes(following, dossier);
    view! {
        <div class="dossier-status">
            <p class="dossier-status__procedure" lang=official()>{procedure}</p>
            <p class="dossier-status__status">
                <Badge kind=kind>{status}</Badge>
            </p>
            <p class="dossier-status__lead">{sentences}</p>
            {notes}
        </div>
    }
    .into_any()
}

/// The links and buttons at the end of the page.
fn links(dossier: &Dossier, reload: Callback<()>) -> AnyView {
    let words = use_words().following();
    let receipt = routes::dossier_receipt(dossier.group_code.as_ref().unwrap_or(&dossier.code));
    let back = routes::my_dossiers(dossier.tab.key(), 1);
    view! {
        <div class="actions">
            <ButtonLink kind=ButtonKind::Secondary href=receipt>{words.receipt}</ButtonLink>
            <PrintButton label=words.print />
            <Button kind=ButtonKind::Plain on_press=reload>{words.refresh}</Button>
            <ButtonLink kind=ButtonKind::Plain href=back>{words.back}</ButtonLink>
        </div>
    }
    .into_any()
}
