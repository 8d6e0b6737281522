//! The checklist on the page: a box for every paper, by situation, and what needs no file below.

use leptos::prelude::*;

use super::checklist::{Checklist, ListedPaper, Situation};
use super::checklist_picture::details;
use super::ticks::Ticks;
use crate::i18n::{official, use_words};
use crate::ui::checkbox::Checkbox;

/// Every paper with its box.
#[component]
pub fn ChecklistBoxes(
    /// The papers.
    list: Checklist,
    /// Which are there.
    ticks: Ticks,
) -> impl IntoView {
    let words = use_words().prepare();
    let mut number = 0_usize;
    let situation = |situation: Situation| {
        let title = situation
            .title
            .map(|title| view! { <h3 lang=official()>{title}</h3> });
        let papers = situation.papers.into_iter().map(|paper| {
            number = number.saturating_add(1);
            paper_box(["paper-", &number.to_string()].concat(), paper, ticks)
        });
        let papers: Vec<AnyView> = papers.collect();
        view! {
            <div class="stack stack--close">
                {title} <ul class="checklist">{papers}</ul>
            </div>
        }
        .into_any()
    };
    let situations: Vec<AnyView> = list.situations.into_iter().map(situation).collect();
    let no_file = (!list.no_file.is_empty()).then(|| {
        let line = |label: String| view! { <li lang=official()>{label}</li> };
        view! {
            <div class="prose">
                <h3>{words.no_file}</h3>
                <p class="quiet prepare-aside">{words.no_file_help}</p>
                <ul>{list.no_file.into_iter().map(line).collect_view()}</ul>
            </div>
        }
    });
    view! { {situations} {no_file} }
}

fn paper_box(id: String, paper: ListedPaper, ticks: Ticks) -> AnyView {
    let words = use_words().prepare();
    let changed = Callback::new(move |()| ticks.keep());
    let details = details(words, &paper).join(" · ");
    view! {
        <li class="checklist__paper">
            <Checkbox
                id=id
                label=paper.label
                checked=ticks.of(&paper.code)
                lang=official()
                on_change=changed
            />
            <p class="quiet">{details}</p>
        </li>
    }
    .into_any()
}
