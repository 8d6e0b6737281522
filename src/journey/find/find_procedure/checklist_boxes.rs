//! The checklist on the page: a checkbox for each component, grouped by situation, followed by the list of components
//! that need no file.

use leptos::prelude::*;

use super::checklist::{Checklist, ListedComponent, Situation};
use super::checklist_picture::details;
use super::checklist_ticks::Ticks;
use crate::i18n::{official, use_words};
use crate::ui::checkbox::Checkbox;

/// Shows all components of the checklist, each with a checkbox.
#[component]
pub fn ChecklistBoxes(
    /// The checklist to show.
    list: Checklist,
    /// Which components the citizen has ticked as ready.
    ticks: Ticks,
) -> impl IntoView {
    let words = use_words().prepare();
    let mut number = 0_usize;
    let situation = |situation: Situation| {
        let title = situation
            .title
            .map(|title| view! { <h3 lang=official()>{title}</h3> });
        let components = situation.components.into_iter().map(|component| {
            number = number.saturating_add(1);
            component_box(
                ["component-", &number.to_string()].concat(),
                component,
                ticks,
            )
        });
        let components: Vec<AnyView> = components.collect();
        view! {
            <div class="stack stack--compact">
                {title} <ul class="checklist">{components}</ul>
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
                <p class="muted no-print">{words.no_file_help}</p>
                <ul>{list.no_file.into_iter().map(line).collect_view()}</ul>
            </div>
        }
    });
    view! { {situations} {no_file} }
}

fn component_box(id: String, component: ListedComponent, ticks: Ticks) -> AnyView {
    let words = use_words().prepare();
    let changed = Callback::new(move |()| ticks.save());
    let details = details(words, &component).join(" · ");
    view! {
        <li class="checklist__component">
            <Checkbox
                id=id
                label=component.label
                checked=ticks.of(&component.code)
                lang=official()
                on_change=changed
            />
            <p class="muted">{details}</p>
        </li>
    }
    .into_any()
}
