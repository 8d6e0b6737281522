//! The page of one dossier. On top it says what is happening, what the citizen must do and until when; then where the
//! dossier is delayed, its stages, its due date, where it is now (R3.7), its history, and what was sent. The dossier is
//! loaded again whenever the citizen returns to the browser tab. It is rendered again only if it has changed.

use std::sync::Arc;

use contract::dossier::Dossier;
use contract::endpoints::GET_DOSSIER;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dossier_facts::{facts_section, sent_section};
use super::dossier_parts::dossier_parts;
use super::due_section::due_section;
use super::history_section::history_section;
use super::lead_sentence::lead;
use super::office_notes::office_notes;
use super::stages_section::stages_section;
use crate::api::{Load, use_api};
use crate::browser::page;
use crate::browser::window_listener::WindowListener;
use crate::i18n::{official, use_words};
use crate::journey::following::copy_link::copy_section;
use crate::journey::following::fees::fees_section::fees_section;
use crate::journey::following::live::{status_announcement, watch_changes};
use crate::journey::following::messages::messages_section;
use crate::journey::following::rating::rating_section;
use crate::journey::following::results::results_section;
use crate::journey::following::supplement::supplement_section;
use crate::journey::following::withdrawal::withdrawal_section;
use crate::page::dates::today;
use crate::page::load_errors::Loaded;
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
    let api = use_api();
    let code = StoredValue::new(code);
    let load = RwSignal::new(Load::<Arc<Dossier>>::Waiting);
    // A newer state of the dossier that waits until the citizen has finished what they are typing.
    let newer = RwSignal::new(None::<Arc<Dossier>>);
    let refresh = Callback::new(move |is_wanted: bool| {
        let code = code.get_value();
        spawn_local(async move {
            let answer = api.get(&GET_DOSSIER, &[&code], "").await;
            let keep = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(dossier)) => **shown == *dossier,
                // If the refresh fails with a temporary error, the dossier stays on the screen. An outdated dossier
                // helps the citizen more than an error message.
                (Load::Ready(_), Err(error)) => error.is_transient(),
                _ => false,
            });
            if keep != Some(false) {
                return;
            }
            // A history may have thousands of steps, so the dossier is shared and never copied.
            let answer = answer.map(Arc::new);
            match answer {
                // A new page would close the dialog, or take the focus from the field.
                Ok(dossier) if !is_wanted && page::is_in_use() => {
                    newer.try_set(Some(dossier));
                }
                answer => {
                    newer.try_set(None);
                    load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
                }
            }
        });
    });
    let reload = Callback::new(move |()| refresh.run(true));
    reload.run(());
    // The event listener for the return to the browser tab is removed when the page is unmounted.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        refresh.try_run(false);
    }));
    let is_gone = Memo::new(move |_| {
        load.with(|load| matches!(load, Load::Failed(error) if error.is_not_found()))
    });
    watch_changes(Callback::new(move |changed: Option<String>| {
        if changed.is_none_or(|changed| code.try_get_value() == Some(changed)) {
            refresh.try_run(false);
        }
    }));
    let show_newer = Callback::new(move |()| {
        if let Some(dossier) = newer.try_update(Option::take).flatten() {
            load.set(Load::Ready(dossier));
        }
    });
    let newer_notice = dynamic(move || {
        newer.with(Option::is_some).then(|| {
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p>{words.notices().newer}</p>
                    <Button kind=ButtonKind::Secondary on_press=show_newer>{words.notices().show_newer}</Button>
                </Notice>
            }
        })
    });
    let draw = Callback::new(move |dossier| draw_dossier(&dossier, reload));
    view! {
        <Page title=words.following().dossier>
            {status_announcement(load)}
            {newer_notice}
            {dynamic(move || match is_gone.get() {
                true => gone(),
                false => view! { <Loaded load=load on_retry=reload ready=draw /> }.into_any(),
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

/// Renders a dossier. Each section is drawn by a function of its own, which gets the dossier, and `reload` if the citizen
/// can change the dossier there. A section that doesn't apply is `None`.
fn draw_dossier(shared: &Arc<Dossier>, reload: Callback<()>) -> AnyView {
    let words = use_words();
    let dossier: &Dossier = shared;
    let whole = dossier.group_code.as_ref().map(|whole| {
        let href = routes::dossier(whole);
        view! { <p><a href=href>{words.declarations().whole}</a></p> }.into_any()
    });
    // What the citizen can do stands before what they only read.
    let sections: Vec<Option<AnyView>> = vec![
        whole,
        Some(status_section(dossier)),
        stuck_notice(words.progress(), &dossier.stuck),
        supplement_section(dossier),
        fees_section(dossier),
        results_section(dossier),
        rating_section(dossier),
        dossier_parts(dossier.parts.clone()),
        Some(stages_section(dossier)),
        due_section(dossier),
        Some(facts_section(dossier)),
        Some(history_section(Arc::clone(shared))),
        Some(sent_section(dossier)),
        messages_section(dossier),
        copy_section(dossier),
        withdrawal_section(dossier, reload),
        Some(links(dossier, reload)),
    ];
    let sections: Vec<AnyView> = sections.into_iter().flatten().collect();
    view! { <div class="stack">{sections}</div> }.into_any()
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
        <div class="dossier-status" aria-live="polite">
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
