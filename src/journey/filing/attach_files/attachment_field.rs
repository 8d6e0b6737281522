//! One component with its files: choose, see them arrive, take them away again.
//! Every file is looked at before it is sent; a wrong one stays in the list and says what to do.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use contract::procedure::{AttachmentRequirement, Component};
use leptos::prelude::*;

use super::file_line::{Line, known_line, lines, own_line};
use super::removal::Removal;
use super::uploads::use_uploads;
use crate::browser::file_slices::File;
use crate::i18n::attach_files::AttachFilesWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::open_draft::OpenDraft;
use crate::ui::FileField;

/// Element id of a component's file input.
pub(super) fn field_id(component: &str) -> String {
    ["attach-", component].concat()
}

/// A component with its files.
#[component]
pub(super) fn AttachmentField(
    /// The draft.
    open: OpenDraft,
    /// The component.
    component: Component,
    /// What may be attached.
    limits: UploadLimits,
    /// What is wrong with it, found by «Tiếp tục».
    #[prop(into)]
    missing: Signal<Option<String>>,
    /// Asks before a file is taken away.
    removal: Removal,
) -> impl IntoView {
    let words = use_words().attach_files();
    let uploads = use_uploads();
    let id = field_id(&component.code);
    let hint = counts(words, &component);
    let accept = limits.media_types.join(",");
    let full = RwSignal::new(None::<String>);
    let draft = open.id();
    let list = Memo::new({
        let (draft, code) = (draft.clone(), component.code.clone());
        move |_| lines(uploads, &draft, &code, &known(open))
    });
    let choose = Callback::new({
        let (code, limits) = (component.code.clone(), limits.clone());
        move |files: Vec<File>| {
            let most = usize::try_from(limits.max_files).unwrap_or(usize::MAX);
            // A file that is chosen again to go on is no further file.
            let unfinished = known(open).iter().any(|known| {
                known.component == code && known.sha256.is_none() && !uploads.covers(&known.id)
            });
            let there = list.with_untracked(Vec::len);
            if !unfinished && there.saturating_add(files.len()) > most {
                full.set(Some(
                    [words.full, &most.to_string(), words.full_end].concat(),
                ));
                return;
            }
            full.set(None);
            uploads.add(&draft, &code, files, &known(open), &limits);
        }
    });
    let error = Signal::derive(move || {
        let empty = list.with(Vec::is_empty);
        full.get().or_else(|| missing.get().filter(|_| empty))
    });
    let field = id.clone();
    let rows = move || {
        list.get()
            .into_iter()
            .filter_map(|line| match line {
                Line::Known(known) => Some(known_line(words, known, removal, field.clone())),
                Line::Mine(number) => {
                    let upload = uploads.find(number)?;
                    let limits = limits.clone();
                    Some(own_line(
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
    };
    let optional = match component.attach {
        AttachmentRequirement::Optional => words.if_any,
        AttachmentRequirement::Required | AttachmentRequirement::Nothing => "",
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
                on_files=choose
            />
            <ul class="attached-list">{rows}</ul>
        </div>
    }
}

/// The draft's files as the server told them last; tracked.
pub(super) fn known(open: OpenDraft) -> Vec<Attachment> {
    open.draft
        .with(|draft| draft.as_ref().map(|draft| draft.attachments.clone()))
        .unwrap_or_default()
}

/// «Bản chính: 1 · Bản sao: 0», without what is none.
pub(super) fn counts(words: &AttachFilesWords, component: &Component) -> String {
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
