//! What happened to a dossier, newest first or oldest first as the page hands it over.

use leptos::prelude::*;

use super::badge::{Badge, BadgeKind};
use super::mixed_text::MixedText;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// When, for a machine: RFC 3339.
    pub datetime: String,
    /// When, for a person: "14:05 ngày 22/11/2026".
    pub time: String,
    /// What happened.
    pub title: MixedText,
    /// Who, where, what was said.
    pub lines: Vec<MixedText>,
    /// A state beside the title: on time, late.
    pub badge: Option<(BadgeKind, String)>,
}

/// The entries, in the order given.
#[component]
pub fn Timeline(
    /// The entries.
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
            .map(|line| view! { <p class="timeline__line">{line.draw()}</p> })
            .collect_view();
        view! {
            <li class="timeline__entry">
                <p class="timeline__time">
                    <time datetime=entry.datetime>{entry.time}</time>
                </p>
                <p class="timeline__title">{entry.title.draw()} " " {badge}</p>
                {lines}
            </li>
        }
    };
    view! {
        <ol class="timeline">{move || entries.get().into_iter().map(entry).collect_view()}</ol>
    }
}
