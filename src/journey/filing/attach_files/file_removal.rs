//! Removes a file after the citizen has confirmed the removal in a dialog. The file stays in the list until the server
//! has confirmed the deletion.

use contract::endpoints::HEAD_UPLOAD;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::uploads::use_uploads;
use crate::api::use_api;
use crate::browser::{page, tus_upload};
use crate::i18n::use_words;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, Dialog, Notice, NoticeKind};

/// The file that the citizen wants to remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RemovalTarget {
    /// An upload that was started since the app was loaded. The value is its number.
    Upload(usize),
    /// A file that was attached before the app was loaded, or on another device. The value is the id of the attachment.
    ServerFile(String),
}

/// A request to remove a file, which the citizen has to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RemovalRequest {
    /// The file to remove.
    pub(super) target: RemovalTarget,
    /// Name of the file, as the dialog shows it.
    pub(super) name: String,
    /// Element id of the file input that gets the focus after the file is removed.
    pub(super) field: String,
}

/// The state of the confirmation dialog. All copies share one state.
#[derive(Clone, Copy)]
pub struct FileRemoval {
    /// The file that the dialog asks about; `None` before the dialog was opened for the first time.
    request: RwSignal<Option<RemovalRequest>>,
    /// Whether the dialog is open.
    is_open: RwSignal<bool>,
    /// Whether the last attempt to delete the file failed.
    has_failed: RwSignal<bool>,
    /// Whether the file was deleted. If so, the focus must move to the file input when the dialog closes.
    is_removed: RwSignal<bool>,
}

impl FileRemoval {
    /// Creates a closed dialog.
    pub(crate) fn new() -> Self {
        Self {
            request: RwSignal::new(None),
            is_open: RwSignal::new(false),
            has_failed: RwSignal::new(false),
            is_removed: RwSignal::new(false),
        }
    }

    /// Opens the dialog, which asks whether to remove the file of `request`.
    pub(super) fn confirm(self, request: RemovalRequest) {
        self.request.set(Some(request));
        self.has_failed.set(false);
        self.is_removed.set(false);
        self.is_open.set(true);
    }
}

/// Renders the confirmation dialog. Call it only once on a page.
pub(crate) fn removal_dialog(removal: FileRemoval, draft: String) -> impl IntoView {
    let words = use_words().attach_files();
    let api = use_api();
    let uploads = use_uploads();
    let busy = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let Some(request) = removal.request.get_untracked() else {
            return;
        };
        busy.set(true);
        removal.has_failed.set(false);
        let draft = draft.clone();
        spawn_local(async move {
            let is_deleted = match &request.target {
                RemovalTarget::Upload(number) => uploads.delete(*number).await,
                RemovalTarget::ServerFile(id) => {
                    let url = api.url(&HEAD_UPLOAD, &[id]);
                    let is_deleted = tus_upload::delete_upload(url, api.authorization()).await;
                    if is_deleted {
                        uploads.remove_attachment(&draft, id);
                    }
                    is_deleted
                }
            };
            busy.try_set(false);
            if is_deleted {
                removal.is_removed.try_set(true);
                removal.is_open.try_set(false);
            } else {
                removal.has_failed.try_set(true);
            }
        });
    });
    // The button that opened the dialog disappears together with the row of the file. So the focus must move to the
    // file input.
    let closed = Callback::new(move |()| {
        let field = removal
            .request
            .with_untracked(|request| Some(request.as_ref()?.field.clone()));
        if let (true, Some(field)) = (removal.is_removed.get_untracked(), field) {
            page::focus_at(&field, None);
        }
    });
    let name = dynamic(move || {
        removal
            .request
            .with(|request| request.as_ref().map(|request| request.name.clone()))
    });
    let error_notice = dynamic(move || {
        removal.has_failed.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Error announce=true>
                    <p>{words.remove_failed}</p>
                </Notice>
            }
        })
    });
    view! {
        <Dialog
            id="remove-file"
            open=removal.is_open
            title=words.remove_question
            close_label=words.keep
            on_close=closed
        >
            <p class="attached-file__name">{name}</p>
            {error_notice}
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=busy on_press=remove>{words.remove}</Button>
            </div>
        </Dialog>
    }
}
