//! The files of one component. The citizen chooses files, follows their uploads and removes files here.
//! Every file is checked before it is sent. A refused file stays in the list, with the reason and what to do.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use contract::procedure::{AttachmentRequirement, Component};
use leptos::prelude::*;

use super::file_line::{FileLine, file_lines, server_file_row, upload_row};
use super::file_removal::FileRemoval;
use super::uploads::use_uploads;
use crate::browser::file_slices::File;
use crate::i18n::attach_files::AttachFilesWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::OpenDraft;
use crate::reactive::dynamic;
use crate::ui::FileField;

/// Element id of a component's file input.
pub(crate) fn field_id(component: &str) -> String {
    ["attach-", component].concat()
}

/// Shows one component with its files and the field to choose more files.
#[component]
pub(crate) fn ComponentFiles(
    /// The open draft that this component shows and changes.
    open_draft: OpenDraft,
    /// The component (required document) that the files belong to.
    component: Component,
    /// Limits for attached files: size, number and kinds.
    limits: UploadLimits,
    /// The error message after the citizen pressed «Tiếp tục» while the component had no file; `None` otherwise.
    #[prop(into)]
    missing: Signal<Option<String>>,
    /// The dialog that asks for confirmation before a file is removed.
    removal: FileRemoval,
) -> impl IntoView {
    let words = use_words().attach_files();
    let uploads = use_uploads();
    let id = field_id(&component.code);
    let hint = copies_text(words, &component);
    let accept = limits.media_types.join(",");
    let too_many = RwSignal::new(None::<String>);
    let draft_id = open_draft.id();
    let lines = Memo::new({
        let (draft_id, code) = (draft_id.clone(), component.code.clone());
        move |_| file_lines(uploads, &draft_id, &code, &server_attachments(open_draft))
    });
    let on_files = Callback::new({
        let (code, limits) = (component.code.clone(), limits.clone());
        move |files: Vec<File>| {
            let attachments = server_attachments(open_draft);
            let max_files = usize::try_from(limits.max_files).unwrap_or(usize::MAX);
            // The citizen may choose a file again to resume its unfinished upload. Such a file is listed already, so it
            // doesn't count towards the largest number of files.
            let can_resume = attachments.iter().any(|known| {
                known.component == code
                    && known.sha256.is_none()
                    && !uploads.has_attachment(&known.id)
            });
            // A file that was refused is listed, but isn't attached.
            let refused = uploads.refused_count(&draft_id, &code);
            let listed = lines.with_untracked(Vec::len).saturating_sub(refused);
            let room = max_files.saturating_sub(listed);
            let chosen = files.len();
            let is_over = !can_resume && chosen > room;
            too_many.set(is_over.then(|| over_limit_text(words, room, chosen, max_files)));
            let taken = match is_over {
                true => files.into_iter().take(room).collect(),
                false => files,
            };
            uploads.add(&draft_id, &code, taken, &attachments, &limits);
        }
    });
    let error = Signal::derive(move || {
        let is_empty = lines.with(Vec::is_empty);
        too_many
            .get()
            .or_else(|| missing.get().filter(|_| is_empty))
    });
    let field = id.clone();
    let rows = dynamic(move || {
        lines
            .get()
            .into_iter()
            .filter_map(|line| match line {
                FileLine::Server(attachment) => {
                    Some(server_file_row(words, attachment, removal, field.clone()))
                }
                FileLine::Upload(number) => {
                    let upload = uploads.find(number)?;
                    let limits = limits.clone();
                    Some(upload_row(
                        words,
                        upload,
                        uploads,
                        limits,
                        removal,
                        field.clone(),
                    ))
                }
            })
            .collect_view()
    });
    let optional = match component.attach {
        AttachmentRequirement::Optional => words.if_any,
        AttachmentRequirement::Required | AttachmentRequirement::Nothing => "",
        AttachmentRequirement::Other(text) => text.as_str(),
    };
    view! {
        <div class="attachment">
            <FileField
                id=id
                label=component.label
                lang=official()
                hint=hint
                error=error
                accept=accept
                button=words.choose
                multiple=true
                optional_mark=optional
                on_files=on_files
            />
            <ul class="attached-files">{rows}</ul>
        </div>
    }
}

/// The draft's attachments in this tab's copy of the server's draft. Reactive.
pub(super) fn server_attachments(open_draft: OpenDraft) -> Vec<Attachment> {
    open_draft
        .merged_draft
        .with(|draft| draft.as_ref().map(|draft| draft.attachments.clone()))
        .unwrap_or_default()
}

/// The required number of originals and copies: «Bản chính: 1 · Bản sao: 2». A number of zero is left out.
fn copies_text(words: &AttachFilesWords, component: &Component) -> String {
    let mut text = String::new();
    for (label, count) in [
        (words.originals, component.originals),
        (words.copies, component.copies),
    ] {
        if count > 0 {
            if !text.is_empty() {
                text.push_str(" · ");
            }
            text.push_str(label);
            text.push_str(&count.to_string());
        }
    }
    text
}

/// Says why not all chosen files were taken: `room` is the number of files that were, `chosen` the number of chosen
/// files.
fn over_limit_text(
    words: &AttachFilesWords,
    room: usize,
    chosen: usize,
    max_files: usize,
) -> String {
    let (room_text, chosen, max_files) =
        (room.to_string(), chosen.to_string(), max_files.to_string());
    match room {
        0 => [words.full, &max_files, words.full_end].concat(),
        _ => [
            words.taken,
            &room_text,
            words.taken_of,
            &chosen,
            words.taken_limit,
            &max_files,
            words.taken_end,
        ]
        .concat(),
    }
}
