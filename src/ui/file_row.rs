//! A row for one chosen file: its name, the progress of its upload, and whether the agency has received it. The text
//! `detail` contains the state; colour and icon only repeat it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// The state of a file's upload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// Not started, or waiting for a connection.
    #[default]
    Waiting,
    /// Being uploaded.
    Uploading,
    /// The agency has received the whole file.
    Received,
    /// Failed, and not retried automatically.
    Failed,
}

impl FileState {
    const fn glyph(self) -> Glyph {
        match self {
            Self::Waiting => Glyph::Clock,
            Self::Uploading => Glyph::Upload,
            Self::Received => Glyph::Tick,
            Self::Failed => Glyph::Alert,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Waiting => "file-row file-row--waiting",
            Self::Uploading => "file-row file-row--sending",
            Self::Received => "file-row file-row--received",
            Self::Failed => "file-row file-row--failed",
        }
    }
}

/// A file with the progress of its upload.
#[component]
pub fn FileRow(
    /// The file's name on the citizen's device.
    #[prop(into)]
    name: String,
    /// Size and state as text: "1,2 MB · Đã tải lên".
    #[prop(into)]
    detail: Signal<String>,
    /// The uploaded share in percent; `None` hides the progress bar.
    #[prop(into)]
    progress: Signal<Option<u32>>,
    /// The state of the upload.
    #[prop(into)]
    state: Signal<FileState>,
    /// An error message or a notice; `None` if there is none.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// The buttons, for example to view, remove or retry.
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
