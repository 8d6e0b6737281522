//! The few drawings that stand beside words. An icon repeats what the words say and is hidden
//! from a screen reader; it never stands alone.

use leptos::prelude::*;

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A tick: done, held, accepted.
    Tick,
    /// A mark of exclamation: something to put right.
    Alert,
    /// The letter i: worth knowing.
    Info,
    /// A cross: close, remove.
    Cross,
    /// A sheet of paper.
    Paper,
    /// An arrow up out of a tray: send a file.
    Upload,
    /// A magnifying glass.
    Search,
    /// Points to what comes next.
    Next,
    /// Points to what came before.
    Previous,
    /// A clock: waiting.
    Clock,
}

impl Glyph {
    /// The outline on a grid of 24 by 24, drawn with a stroke.
    const fn outline(self) -> &'static str {
        match self {
            Self::Tick => "M5 12.5l4.5 4.5L19 7.5",
            Self::Alert => "M12 6.5v7M12 17.2v.3",
            Self::Info => "M12 11v6.5M12 6.8v.3",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Paper => "M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6",
            Self::Upload => "M12 15V4.5M7.5 8.5L12 4l4.5 4.5M4.5 15v4.5h15V15",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM15.5 15.5L20.5 20.5",
            Self::Next => "M9 5l7 7-7 7",
            Self::Previous => "M15 5l-7 7 7 7",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
        }
    }
}

/// A drawing the size of the text around it, in its colour.
#[component]
pub fn Icon(
    /// Which drawing.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.outline()></path>
        </svg>
    }
}
