//! Something to know, said in place: never a toast that goes away by itself.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    #[default]
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It did not work.
    Problem,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Success => "notice notice--success",
            Self::Warning => "notice notice--warning",
            Self::Problem => "notice notice--problem",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Info => Glyph::Info,
            Self::Success => Glyph::Tick,
            Self::Warning | Self::Problem => Glyph::Alert,
        }
    }

    /// A problem interrupts a screen reader, the others wait for their turn.
    const fn role(self) -> &'static str {
        match self {
            Self::Problem => "alert",
            Self::Info | Self::Success | Self::Warning => "status",
        }
    }
}

/// A notice.
#[component]
pub fn Notice(
    /// What sort of thing it is.
    #[prop(optional)]
    kind: NoticeKind,
    /// Its first line; empty for none.
    #[prop(optional, into)]
    title: Signal<String>,
    /// Read it out when it appears: for what happens after the page was shown.
    #[prop(optional)]
    announce: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=announce.then_some(kind.role())>
            <span class="notice__mark">
                <Icon glyph=kind.glyph() />
            </span>
            <div class="notice__words">
                <p class="notice__title" hidden=move || title.with(String::is_empty)>
                    {title}
                </p>
                {children()}
            </div>
        </div>
    }
}
