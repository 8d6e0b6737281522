//! The history of a dossier, as a list of events. The page determines the order of the events.

use leptos::prelude::*;

use super::badge::{Badge, BadgeKind};
use super::mixed_text::MixedText;
use crate::reactive::dynamic;

/// An event in the history of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The time of the event in the format of RFC 3339, for the `datetime` attribute.
    pub datetime: String,
    /// The time of the event as the citizen reads it: "14:05 ngày 22/11/2026".
    pub time: String,
    /// The name of the event.
    pub title: MixedText,
    /// Details of the event: who handled the dossier, at which office, and what they wrote.
    pub lines: Vec<MixedText>,
    /// A badge beside the name of the event, for example "on time" or "late". `None` if there is none.
    pub badge: Option<(BadgeKind, String)>,
}

/// The events in the history of a dossier.
#[component]
pub fn Timeline(
    /// The events, in the order in which they are shown.
    #[prop(into)]
    entries: Signal<Vec<TimelineEntry>>,
) -> impl IntoView {
    view! {
        <ol class="timeline">
            {dynamic(move || entries.get().into_iter().map(timeline_item).collect_view())}
        </ol>
    }
}

/// An event as an item of a list with the class `timeline`. A page that adds further events to a long list uses it.
pub fn timeline_item(entry: TimelineEntry) -> AnyView {
    let badge = entry
        .badge
        .map(|(kind, words)| view! { <Badge kind>{words}</Badge> });
    let lines = entry
        .lines
        .into_iter()
        .map(|line| view! { <p class="timeline__detail">{line.render()}</p> })
        .collect_view();
    view! {
        <li class="timeline__entry">
            <p class="timeline__time">
                <time datetime=entry.datetime>{entry.time}</time>
            </p>
            <p class="timeline__title">{entry.title.render()} " " {badge}</p>
            {lines}
        </li>
    }
    .into_any()
}
