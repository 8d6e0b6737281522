//! The list of procedures that a search has found, each with the links «Chi tiết» and «Nộp hồ sơ» (R1.16–R1.17, R2.10).

use std::sync::Arc;

use leptos::prelude::*;

use super::catalogue::SearchableCatalogue;
use super::record_text::{level_badge, level_name, prepare_label};
use crate::i18n::{official, use_words};
use crate::routes;
use crate::ui::MixedText;
use crate::ui::badge::Badge;
use crate::ui::card::LinkCard;

/// Shows the found procedures, best match first.
#[component]
pub fn ResultList(
    /// The catalogue that was searched.
    all: Arc<SearchableCatalogue>,
    /// Positions of the found procedures in the catalogue. `None` until the search has run.
    found: Memo<Option<Vec<usize>>>,
) -> impl IntoView {
    view! {
        <ul class="cards">
            <For
                each=move || found.get().unwrap_or_default()
                key=|position| *position
                children=move |position| {
                    view! { <ResultRow all=Arc::clone(&all) position=position /> }
                }
            />
        </ul>
    }
}

#[component]
fn ResultRow(all: Arc<SearchableCatalogue>, position: usize) -> impl IntoView {
    let text = use_words().find_procedure();
    let entry = all.entry(position)?.clone();
    let field = all.field_name(&entry.field);
    let (read, prepare) = (routes::procedure(&entry.code), routes::prepare(&entry.code));
    let prepare_label = prepare_label(use_words(), entry.level);
    let procedure_name =
        |name: String| view! { <span class="visually-hidden" lang=official()>": " {name}</span> };
    let (details_name, prepare_name) = (
        procedure_name(entry.name.clone()),
        procedure_name(entry.name.clone()),
    );
    Some(view! {
        <li>
            <LinkCard href=read.clone() title=MixedText::of(official(), entry.name)>
                <p class="row">
                    <Badge kind=level_badge(entry.level)>
                        {level_name(&text.levels, entry.level)}
                    </Badge>
                    " "
                    <span lang=official()>{field}</span>
                </p>
                <p lang=official()>{entry.receiver}</p>
                <p class="row">
                    <a class="button button--secondary" href=read>
                        <span>{text.details} {details_name}</span>
                    </a>
                    " "
                    <a class="button button--secondary" href=prepare>
                        <span>{prepare_label} {prepare_name}</span>
                    </a>
                </p>
            </LinkCard>
        </li>
    })
}
