//! One row in the list of a component's files. The row shows an upload that was started since the app was loaded, or a
//! file that the server already had.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use domain::format::display_file_size;
use leptos::prelude::*;

use super::file_removal::{FileRemoval, RemovalRequest, RemovalTarget};
use super::upload::FileUpload;
use super::upload_stage::{UploadError, UploadStage};
use super::uploads::Uploads;
use crate::i18n::attach_files::AttachFilesWords;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, FileRow, FileState};

/// A row in the list of a component's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileLine {
    /// An upload that was started since the app was loaded. The value is `FileUpload::number`.
    Upload(usize),
    /// A file that was attached before the app was loaded, or on another device.
    Server(Attachment),
}

/// The rows of a component's file list. The files that the server already had come first, then the uploads since the
/// app was loaded. Reactive.
pub(super) fn file_lines(
    uploads: Uploads,
    draft: &str,
    component: &str,
    attachments: &[Attachment],
) -> Vec<FileLine> {
    let own = uploads.of_component(draft, component);
    attachments
        .iter()
        .filter(|known| known.component == component && !uploads.has_attachment(&known.id))
        .map(|known| FileLine::Server(known.clone()))
        .chain(own.iter().map(|upload| FileLine::Upload(upload.number)))
        .collect()
}

/// The row of an upload that was started since the app was loaded.
pub(super) fn upload_row(
    words: &'static AttachFilesWords,
    upload: FileUpload,
    uploads: Uploads,
    limits: UploadLimits,
    removal: FileRemoval,
    field: String,
) -> AnyView {
    let info = upload.info.get_value();
    let (size, name, stage) = (info.size, upload.name, upload.stage);
    let size_words = display_file_size(size);
    let detail = Memo::new(move |_| detail(&size_words, stage.get().label(words)));
    let percent = Memo::new(move |_| stage.get().percent(size));
    let state = Memo::new(move |_| stage.get().file_state());
    let message = Memo::new(move |_| stage.get().message(words, size));
    let retry = Callback::new(move |()| upload.retry(limits.clone()));
    let remove = Callback::new(move |()| {
        let is_on_server = upload.info.with_value(|info| info.id.is_some());
        match (upload.stage.get_untracked(), is_on_server) {
            (UploadStage::Failed(_), false) => uploads.remove_from_list(upload.number),
            _ => removal.confirm(RemovalRequest {
                target: RemovalTarget::Upload(upload.number),
                name: name.get_untracked(),
                field: field.clone(),
            }),
        }
    });
    let can_retry = Memo::new(move |_| match stage.get() {
        UploadStage::Interrupted(..) => true,
        UploadStage::Failed(UploadError::SignedOut)
        | UploadStage::Queued(_)
        | UploadStage::Checking
        | UploadStage::Sending(_)
        | UploadStage::Received => false,
        UploadStage::Failed(error) => error.is_transient(),
    });
    let has_failed = Memo::new(move |_| matches!(stage.get(), UploadStage::Failed(_)));
    let retry_button = dynamic(move || {
        can_retry.get().then(|| {
            view! { <Button kind=ButtonKind::Plain on_press=retry>{words.retry}</Button> }
        })
    });
    let remove_words = dynamic(move || {
        if has_failed.get() {
            words.dismiss
        } else {
            words.remove
        }
    });
    view! {
        <li class="attached-file">
            {dynamic(move || preview_image(upload))}
            <FileRow name=name detail=detail progress=percent state=state message=message>
                {retry_button}
                <Button kind=ButtonKind::Plain on_press=remove>
                    {remove_words} <span class="visually-hidden">" " {name}</span>
                </Button>
            </FileRow>
        </li>
    }
    .into_any()
}

/// The preview picture beside the file's name. Its alternative text is empty, because the file's name already describes
/// it.
fn preview_image(upload: FileUpload) -> Option<AnyView> {
    let url = upload
        .preview
        .with(|preview| preview.as_ref().map(|preview| preview.url().to_owned()));
    url.map(|url| {
        view! { <img class="attached-file__photo" src=url alt="" decoding="async" /> }.into_any()
    })
}

/// The row of a file that was attached before the app was loaded, or on another device.
pub(super) fn server_file_row(
    words: &'static AttachFilesWords,
    attachment: Attachment,
    removal: FileRemoval,
    field: String,
) -> AnyView {
    let is_complete = attachment.sha256.is_some();
    let (state, state_label) = match is_complete {
        true => (FileState::Received, words.received),
        false => (FileState::Waiting, words.incomplete),
    };
    let message = (!is_complete).then(|| words.incomplete_help.to_owned());
    let detail = detail(&display_file_size(attachment.size), state_label);
    let percent = (!is_complete).then(|| {
        let percent =
            attachment.received.min(attachment.size).saturating_mul(100) / attachment.size.max(1);
        u32::try_from(percent).unwrap_or(0)
    });
    let name = attachment.name.clone();
    let remove = Callback::new(move |()| {
        removal.confirm(RemovalRequest {
            target: RemovalTarget::ServerFile(attachment.id.clone()),
            name: attachment.name.clone(),
            field: field.clone(),
        });
    });
    view! {
        <li class="attached-file">
            <FileRow
                name=name.clone()
                detail=Signal::stored(detail)
                progress=Signal::stored(percent)
                state=Signal::stored(state)
                message=Signal::stored(message)
            >
                <Button kind=ButtonKind::Plain on_press=remove>
                    {words.remove} <span class="visually-hidden">" " {name}</span>
                </Button>
            </FileRow>
        </li>
    }
    .into_any()
}

/// The second line of a row: the size of the file and the state of its upload.
fn detail(size: &str, state: &str) -> String {
    [size, " · ", state].concat()
}
