//! One file a citizen has chosen: its name, how far it has come, and whether the agency holds it.
//! What the state is called is in `detail`; colour and icon only repeat it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How far a file has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// Not begun, or held back until the line is there again.
    #[default]
    Waiting,
    /// On its way.
    Sending,
    /// The agency holds it whole.
    Held,
    /// It did not arrive and will not by itself.
    Failed,
}

impl FileState {
    const fn glyph(self) -> Glyph {
        match self {
            Self::Waiting => Glyph::Clock,
            Self::Sending => Glyph::Upload,
            Self::Held => Glyph::Tick,
            Self::Failed => Glyph::Alert,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Waiting => "file-row file-row--waiting",
            Self::Sending => "file-row file-row--sending",
            Self::Held => "file-row file-row--received",
            Self::Failed => "file-row file-row--failed",
        }
    }
}

/// A file with its progress; the children are what can be done with it.
#[component]
pub fn FileRow(
    /// The file's name, as the citizen knows it.
    #[prop(into)]
    name: String,
    /// Size and state in words: "1,2 MB · Đã tải lên".
    #[prop(into)]
    detail: Signal<String>,
    /// Percent sent; `None` shows no bar.
    #[prop(into)]
    progress: Signal<Option<u32>>,
    /// How far it has come.
    #[prop(into)]
    state: Signal<FileState>,
    /// What went wrong, or what to know.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// Buttons: look, remove, try again.
    children: Children,
) -> impl IntoView {
    let bar_name = name.clone();
    let bar = move || {
        let label = bar_name.clone();
        progress.get().map(move |percent| {
            view! {
                <progress class="file-row__progress" max="100" value=percent aria-label=label>
                </progress>
            }
        })
    };
    view! {
        <div class=move || state.get().class()>
            <span class="file-row__mark">{move || view! { <Icon glyph=state.get().glyph() /> }}</span>
            <div>
                <p class="file-row__name">{name}</p>
                <p class="file-row__detail" role="status">{detail}</p>
                {bar}
                <p class="file-row__message" hidden=move || message.with(Option::is_none)>
                    {move || message.get()}
                </p>
            </div>
            <div class="file-row__actions">{children()}</div>
        </div>
    }
}
