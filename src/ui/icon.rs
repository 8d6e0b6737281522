//! Icons beside text. An icon only repeats the text, so it is hidden from screen readers and is never used without
//! text.

use leptos::prelude::*;

/// The image that an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A tick, which means done, received or accepted.
    Tick,
    /// An exclamation mark, which means an error or a warning.
    Alert,
    /// The letter i, which means information.
    Info,
    /// A cross, which means close or remove.
    Cross,
    /// An arrow upwards, which means uploading a file.
    Upload,
    /// A chevron to the right, which means next.
    Next,
    /// A chevron to the left, which means previous.
    Previous,
    /// A clock, which means waiting.
    Clock,
}

impl Glyph {
    /// Returns the SVG path of the image. It is drawn as a stroke on a grid of 24 by 24 units.
    const fn outline(self) -> &'static str {
        match self {
            Self::Tick => "M5 12.5l4.5 4.5L19 7.5",
            Self::Alert => "M12 6.5v7M12 17.2v.3",
            Self::Info => "M12 11v6.5M12 6.8v.3",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Upload => "M12 15V4.5M7.5 8.5L12 4l4.5 4.5M4.5 15v4.5h15V15",
            Self::Next => "M9 5l7 7-7 7",
            Self::Previous => "M15 5l-7 7 7 7",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
        }
    }
}

/// An icon. It has the size and the colour of the text around it.
#[component]
pub fn Icon(
    /// The image that the icon shows.
    glyph: Glyph,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.outline()></path>
        </svg>
    }
}
