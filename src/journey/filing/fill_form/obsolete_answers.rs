//! Answers for which a newer version of the form has no field. They stay readable, and the citizen can copy their text.
//! Only the citizen removes them.

use domain::form::{OutdatedAnswer, OutdatedLine, find_answer, outdated_answers};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::form_state::FormState;
use crate::answers::places::{PlaceDirectory, use_places};
use crate::browser::{export, pointer_release};
use crate::i18n::{official, use_words};
use crate::reactive::dynamic;
use crate::routes::{self, DraftStep};
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, Notice, NoticeKind};

/// Lists the answers for which the form no longer has a field. Shows nothing if there are none.
#[component]
pub(super) fn ObsoleteAnswers(
    /// State of the form page on which the list is shown.
    state: FormState,
) -> impl IntoView {
    let words = use_words().declarations();
    let found = Memo::new(move |_| {
        let form = state.form.get_value();
        state.open_draft.merged_draft.with(|draft| {
            let answers = draft
                .as_ref()
                .map(|draft| outdated_answers(&form, &draft.answers));
            answers.unwrap_or_default()
        })
    });
    let removed = RwSignal::new(None::<(String, Value)>);
    let notice = dynamic(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let lines: Vec<AnyView> = found
                .into_iter()
                .map(|misfit| line(state, misfit, removed))
                .collect();
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{words.changed_form}</p>
                    <ul class="obsolete-answers">{lines}</ul>
                </Notice>
            }
        })
    });
    let undo = Callback::new(move |()| {
        if let Some((id, answer)) = removed.get_untracked() {
            state.set_answer(&id, Some(answer));
            removed.set(None);
        }
    });
    let undo_notice = dynamic(move || {
        removed.with(Option::is_some).then(|| {
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p>{words.discarded}</p>
                    <Button kind=ButtonKind::Secondary on_press=undo>{words.undo}</Button>
                </Notice>
            }
        })
    });
    view! {
        {notice}
        <div id=UNDO_ID tabindex="-1">{undo_notice}</div>
    }
}

/// Element id of the notice with the undo button. The notice takes the focus, because the pressed remove button
/// disappears.
const UNDO_ID: &str = "obsolete-answer-removed";

/// Renders one obsolete answer, with a button that copies its text and a button that removes it.
fn line(
    state: FormState,
    misfit: OutdatedAnswer,
    removed: RwSignal<Option<(String, Value)>>,
) -> AnyView {
    let words = use_words().declarations();
    if let Some(page) = state.page_elsewhere(&misfit.id) {
        return other_page_line(state, &misfit, page);
    }
    let places = use_places();
    let copied = RwSignal::new(None);
    let OutdatedAnswer { id, label, lines } = misfit;
    let text = Memo::new(move |_| {
        let lines: Vec<String> = lines.iter().map(|line| answer_text(places, line)).collect();
        lines.join("\n")
    });
    let copy = Callback::new(move |()| {
        let text = text.get_untracked();
        spawn_local(async move {
            let is_copied = export::copy(&text).await;
            copied.try_set(Some(is_copied));
        });
    });
    let remove = Callback::new(move |()| {
        let answer = state.with_answers(|answers| find_answer(answers, &id).cloned());
        removed.set(answer.map(|answer| (id.clone(), answer)));
        state.set_answer(&id, None);
        spawn_local(async {
            // Wait until the pointer is released. Then the notice is rendered.
            pointer_release::wait_for_release().await;
            focus_field(UNDO_ID);
        });
    });
    let what = match &label {
        Some(_) => words.answer_again,
        None => words.no_longer_asked,
    };
    view! {
        <li>
            <p>{what} " " <span lang=official()>{label}</span></p>
            <p class="obsolete-answers__text">{text}</p>
            <div class="obsolete-answers__actions">
                <Button kind=ButtonKind::Plain on_press=copy>{words.copy}</Button>
                <Button kind=ButtonKind::Danger on_press=remove>{words.discard}</Button>
                <span role="status">
                    {dynamic(move || copied.get().map(|is_copied| match is_copied {
                        true => words.copied,
                        false => words.not_copied,
                    }))}
                </span>
            </div>
        </li>
    }
    .into_any()
}

/// Renders a link to another form page. It is used for an answer that the other page already shows in full.
fn other_page_line(state: FormState, misfit: &OutdatedAnswer, page: usize) -> AnyView {
    let words = use_words().declarations();
    let step = DraftStep::Form(page.saturating_add(1));
    let target = routes::draft(&state.open_draft.id(), step) + "#" + &misfit.id;
    view! {
        <li>
            {words.answer_again} " "
            <a href=target lang=official()>{misfit.label.clone()}</a>
        </li>
    }
    .into_any()
}

/// The text of one obsolete answer. A place is shown by its codes until its names are loaded.
fn answer_text(places: PlaceDirectory, line: &OutdatedLine) -> String {
    match line {
        OutdatedLine::Text(words) => words.clone(),
        OutdatedLine::Place {
            province,
            commune,
            detail,
        } => {
            let name = places.name(province, commune);
            let name = name.unwrap_or_else(|| [commune, ", ", province].concat());
            match detail.as_str() {
                "" => name,
                detail => [detail, ", ", &name].concat(),
            }
        }
    }
}
