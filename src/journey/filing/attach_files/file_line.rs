//! A file in the list of its component: on its way from this phone, or as the server has it from an earlier visit.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use domain::format::file_size;
use leptos::prelude::*;

use super::removal::{Asked, Removal, Which};
use super::stage::{Cause, Stage};
use super::upload::Upload;
use super::uploads::Uploads;
use crate::i18n::attach_files::AttachFilesWords;
use crate::ui::{Button, ButtonKind, FileRow, FileState};

/// A file in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The upload of that number.
    Mine(usize),
    /// Only the server knows of it.
    Known(Attachment),
}

/// The files of a component, those of this visit last; tracked.
pub(super) fn lines(
    uploads: Uploads,
    draft: &str,
    component: &str,
    known: &[Attachment],
) -> Vec<Line> {
    let mine = uploads.of(draft, component);
    known
        .iter()
        .filter(|known| known.component == component && !uploads.covers(&known.id))
        .map(|known| Line::Known(known.clone()))
        .chain(mine.iter().map(|upload| Line::Mine(upload.number)))
        .collect()
}

/// Draws an upload of this visit.
pub(super) fn own_line(
    words: &'static AttachFilesWords,
    upload: Upload,
    uploads: Uploads,
    limits: UploadLimits,
    removal: Removal,
    field: String,
) -> AnyView {
    let about = upload.about.get_value();
    let (size, name, stage) = (about.size, about.name, upload.stage);
    let size_words = file_size(size);
    let detail = Memo::new(move |_| detail(&size_words, stage.get().words(words)));
    let percent = Memo::new(move |_| stage.get().percent(size));
    let state = Memo::new(move |_| stage.get().file_state());
    let message = Memo::new(move |_| stage.get().message(words, size));
    let retry = Callback::new(move |()| upload.retry(limits.clone()));
    let asked = name.clone();
    let remove = Callback::new(move |()| {
        let held = upload.about.with_value(|about| about.id.is_some());
        match (upload.stage.get_untracked(), held) {
            (Stage::Failed(_), false) => uploads.dismiss(upload.number),
            _ => removal.ask(Asked {
                which: Which::Mine(upload.number),
                name: asked.clone(),
                field: field.clone(),
            }),
        }
    });
    let can_retry = Memo::new(move |_| match stage.get() {
        Stage::Away(_) => true,
        Stage::Failed(Cause::SignedOut) | Stage::Checking | Stage::Sending(_) | Stage::Held => {
            false
        }
        Stage::Failed(cause) => cause.is_transient(),
    });
    let unsent = Memo::new(move |_| matches!(stage.get(), Stage::Failed(_)));
    let again = move || {
        can_retry.get().then(|| {
            view! { <Button kind=ButtonKind::Plain on_press=retry>{words.retry}</Button> }
        })
    };
    let name_of_button = name.clone();
    let remove_words = move || {
        if unsent.get() {
            words.dismiss
        } else {
            words.remove
        }
    };
    view! {
        <li class="attached">
            {move || photo(upload)}
            <FileRow name=name detail=detail progress=percent state=state message=message>
                {again}
                <Button kind=ButtonKind::Plain on_press=remove>
                    {remove_words} <span class="visually-hidden">" " {name_of_button}</span>
                </Button>
            </FileRow>
        </li>
    }
    .into_any()
}

/// The picture repeats what the name says, so it has no words of its own.
fn photo(upload: Upload) -> Option<AnyView> {
    let address = upload
        .preview
        .with(|preview| preview.as_ref().map(|preview| preview.address().to_owned()));
    address.map(|address| {
        view! { <img class="attached__photo" src=address alt="" decoding="async" /> }.into_any()
    })
}

/// Draws a file that only the server knows of.
pub(super) fn known_line(
    words: &'static AttachFilesWords,
    known: Attachment,
    removal: Removal,
    field: String,
) -> AnyView {
    let whole = known.sha256.is_some();
    let (state, said) = match whole {
        true => (FileState::Held, words.received),
        false => (FileState::Waiting, words.unfinished),
    };
    let message = (!whole).then(|| words.unfinished_help.to_owned());
    let detail = detail(&file_size(known.size), said);
    let percent = (!whole).then(|| {
        let percent = known.received.min(known.size).saturating_mul(100) / known.size.max(1);
        u32::try_from(percent).unwrap_or(0)
    });
    let name = known.name.clone();
    let remove = Callback::new(move |()| {
        removal.ask(Asked {
            which: Which::Known(known.id.clone()),
            name: known.name.clone(),
            field: field.clone(),
        });
    });
    view! {
        <li class="attached">
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

fn detail(size: &str, said: &str) -> String {
    [size, " · ", said].concat()
}
