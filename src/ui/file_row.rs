//! A row for one chosen file: the file's name, the progress of its upload, and whether the office has received it. The
//! text `detail` states the progress; the colour and the icon only repeat it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::reactive::dynamic;

/// The state of the upload of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileState {
    /// The upload hasn't started yet, or it waits for a connection.
    #[default]
    Waiting,
    /// The file is being uploaded.
    Uploading,
    /// The office has received the whole file.
    Received,
    /// The upload failed, and the app doesn't retry it automatically.
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

/// A row for one file, with the progress of its upload.
#[component]
pub fn FileRow(
    /// The file's name on the citizen's device.
    #[prop(into)]
    name: Signal<String>,
    /// The size of the file and the state of its upload, as text: "1,2 MB · Đã tải lên".
    #[prop(into)]
    detail: Signal<String>,
    /// How much of the file is uploaded, in percent. `None` hides the progress bar.
    #[prop(into)]
    progress: Signal<Option<u32>>,
    /// The state of the upload, which determines colour and icon.
    #[prop(into)]
    state: Signal<FileState>,
    /// An error message or a notice about this file; `None` if there is none.
    #[prop(optional, into)]
    message: Signal<Option<String>>,
    /// The buttons of the row, for example to view, remove or retry.
    children: Children,
) -> impl IntoView {
    let bar = dynamic(move || {
        progress.get().map(move |percent| {
            view! {
                <progress class="file-row__progress" max="100" value=percent aria-label=name>
                </progress>
            }
        })
    });
    view! {
        <div class=move || state.get().class()>
            <span class="file-row__icon">{dynamic(move || view! { <Icon glyph=state.get().glyph() /> })}</span>
            <div>
                <p class="file-row__name" translate="no">{name}</p>
                <p class="file-row__detail" role="status">{detail}</p>
                {bar}
                <p class="file-row__message" hidden=move || message.with(Option::is_none)>
                    {dynamic(move || message.get())}
                </p>
            </div>
            <div class="file-row__actions">{children()}</div>
        </div>
    }
}
