//! Keeps the attachments of an open draft up to date while files are uploaded, until the server returns its own list.

use contract::attachment::Attachment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::journey::filing::draft::OpenDrafts;

/// The server has created an upload: adds it to the attachments, unless it is there already.
pub(super) fn add_attachment(drafts: OpenDrafts, draft_id: &str, attachment: Attachment) {
    change_attachments(drafts, draft_id, |attachments| {
        if attachments.iter().all(|known| known.id != attachment.id) {
            attachments.push(attachment);
        }
    });
}

/// The server has the whole file: records its size and hash, and loads the draft again, because the review shows what
/// kind of file the server has detected.
pub(super) fn mark_received(
    drafts: OpenDrafts,
    draft_id: &str,
    id: Option<&str>,
    size: u64,
    sha256: String,
) {
    change_attachments(drafts, draft_id, |attachments| {
        let received = attachments
            .iter_mut()
            .find(|known| Some(known.id.as_str()) == id);
        if let Some(received) = received {
            received.received = size;
            received.sha256 = Some(sha256);
        }
    });
    if let Some(open_draft) = drafts.find(draft_id) {
        spawn_local(async move {
            // Without an answer, the list from above stays.
            drop(open_draft.refresh().await);
        });
    }
}

/// The server no longer has the file: removes it from the attachments.
pub(super) fn remove_attachment(drafts: OpenDrafts, draft_id: &str, id: &str) {
    change_attachments(drafts, draft_id, |attachments| {
        attachments.retain(|known| known.id != id);
    });
}

/// Changes the attachments of a draft if it is open.
fn change_attachments(
    drafts: OpenDrafts,
    draft_id: &str,
    change: impl FnOnce(&mut Vec<Attachment>),
) {
    let Some(open_draft) = drafts.find(draft_id) else {
        return;
    };
    let known = open_draft
        .merged_draft
        .with_untracked(|draft| draft.as_ref().map(|draft| draft.attachments.clone()));
    if let Some(mut attachments) = known {
        change(&mut attachments);
        open_draft.set_attachments(attachments);
    }
}
