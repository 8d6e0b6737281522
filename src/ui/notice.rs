//! A notice: a message in a coloured box within the page. Unlike a toast, it never disappears by itself.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// The kind of a notice. It determines the colour, the icon and the ARIA role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Neutral information.
    #[default]
    Info,
    /// An action has succeeded.
    Success,
    /// A risk that the citizen should know before they continue.
    Warning,
    /// An action has failed.
    Error,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Success => "notice notice--success",
            Self::Warning => "notice notice--warning",
            Self::Error => "notice notice--error",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Info => Glyph::Info,
            Self::Success => Glyph::Tick,
            Self::Warning | Self::Error => Glyph::Alert,
        }
    }

    /// Returns the ARIA role. For `alert`, a screen reader interrupts its current speech. For `status`, it finishes the
    /// current sentence first.
    const fn role(self) -> &'static str {
        match self {
            Self::Error => "alert",
            Self::Info | Self::Success | Self::Warning => "status",
        }
    }
}

/// A notice: a message in a coloured box.
#[component]
pub fn Notice(
    /// The kind of the notice.
    #[prop(optional)]
    kind: NoticeKind,
    /// The first line of the notice, in bold; empty if there is none.
    #[prop(optional, into)]
    title: Signal<String>,
    /// Whether screen readers announce the notice when it appears. Set this for a notice that appears after the page
    /// has been loaded.
    #[prop(optional)]
    announce: bool,
    /// The message of the notice.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=announce.then_some(kind.role())>
            <span class="notice__icon">
                <Icon glyph=kind.glyph() />
            </span>
            <div class="notice__body">
                <p class="notice__title" hidden=move || title.with(String::is_empty)>
                    {title}
                </p>
                {children()}
            </div>
        </div>
    }
}
