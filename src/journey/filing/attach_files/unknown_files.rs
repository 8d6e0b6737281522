//! Files whose component the procedure no longer has. They can't be sent, so the citizen sees them here and removes them.

use leptos::prelude::*;

use super::file_line::server_file_row;
use super::file_removal::FileRemoval;
use crate::i18n::use_words;
use crate::journey::filing::draft::declarations::unknown_files;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft};
use crate::reactive::dynamic;
use crate::ui::{Notice, NoticeKind};

/// Element id of the section. It gets the focus after a file was removed.
const SECTION_ID: &str = "unknown-files";

/// Lists the files whose component the procedure doesn't have. Shows nothing if there are none.
#[component]
pub(super) fn UnknownFiles(
    /// The draft whose files are listed.
    open_draft: OpenDraft,
    /// The draft's procedure.
    loaded: LoadedProcedure,
    /// The dialog that asks for confirmation before a file is removed.
    removal: FileRemoval,
) -> impl IntoView {
    let words = use_words().attach_files();
    let files = Memo::new(move |_| {
        open_draft.merged_draft.with(|draft| match draft {
            Some(draft) => unknown_files(&loaded, draft).cloned().collect(),
            None => Vec::new(),
        })
    });
    let list = dynamic(move || {
        let files = files.get();
        (!files.is_empty()).then(|| {
            let rows: Vec<AnyView> = files
                .into_iter()
                .map(|file| server_file_row(words, file, removal, SECTION_ID.to_owned()))
                .collect();
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{words.unknown_component}</p>
                </Notice>
                <ul class="attached-files">{rows}</ul>
            }
        })
    });
    view! { <div id=SECTION_ID tabindex="-1">{list}</div> }
}
