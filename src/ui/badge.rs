//! A state in one or two words: "Đang xử lý". The words say it; the colour repeats it.

use leptos::prelude::*;

/// How a state looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Neither good nor bad.
    #[default]
    Neutral,
    /// Under way.
    Accent,
    /// Well ended.
    Good,
    /// The citizen has something to do.
    Warning,
    /// Refused, failed, late.
    Bad,
}

impl BadgeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Accent => "badge badge--accent",
            Self::Good => "badge badge--good",
            Self::Warning => "badge badge--warning",
            Self::Bad => "badge badge--bad",
        }
    }
}

/// A badge.
#[component]
pub fn Badge(
    /// How it looks.
    #[prop(optional)]
    kind: BadgeKind,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class=kind.class()>{children()}</span> }
}
