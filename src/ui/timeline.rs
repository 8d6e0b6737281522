//! The history of a dossier. The page decides the order of the entries.

use leptos::prelude::*;

use super::badge::{Badge, BadgeKind};
use super::mixed_text::MixedText;

/// An event in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The time for machines, in the format of RFC 3339.
    pub datetime: String,
    /// The time as text: "14:05 ngày 22/11/2026".
    pub time: String,
    /// The name of the event.
    pub title: MixedText,
    /// Details: who handled the dossier, where, and what they wrote.
    pub lines: Vec<MixedText>,
    /// A badge beside the title, for example on time or late.
    pub badge: Option<(BadgeKind, String)>,
}

/// A list of events.
#[component]
pub fn Timeline(
    /// The events, in order.
    #[prop(into)]
    entries: Signal<Vec<TimelineEntry>>,
) -> impl IntoView {
    let entry = |entry: TimelineEntry| {
        let badge = entry
            .badge
            .map(|(kind, words)| view! { <Badge kind>{words}</Badge> });
        let lines = entry
            .lines
            .into_iter()
            .map(|line| view! { <p class="timeline__line">{line.render()}</p> })
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
    };
    view! {
        <ol class="timeline">{move || entries.get().into_iter().map(entry).collect_view()}</ol>
    }
}
