//! A badge: a short status text on a coloured background, for example "Đang xử lý". The colour only repeats what the
//! text says.

use leptos::prelude::*;

/// The colour of a badge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    /// Grey: neither good nor bad.
    #[default]
    Neutral,
    /// The accent colour: in progress.
    Accent,
    /// Green: finished successfully.
    Success,
    /// Yellow: the citizen has to do something.
    Warning,
    /// Red: refused, failed or late.
    Error,
}

impl BadgeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Accent => "badge badge--accent",
            Self::Success => "badge badge--success",
            Self::Warning => "badge badge--warning",
            Self::Error => "badge badge--error",
        }
    }
}

/// A badge: a short status text on a coloured background.
#[component]
pub fn Badge(
    /// The colour of the badge.
    #[prop(optional)]
    kind: BadgeKind,
    /// The status text.
    children: Children,
) -> impl IntoView {
    view! { <span class=kind.class()>{children()}</span> }
}
