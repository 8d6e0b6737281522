//! Updates the attachments of an open draft while files are uploaded. Each update is provisional: it is replaced by the
//! server's list when the draft is loaded again.

use contract::attachment::Attachment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::journey::filing::draft::OpenDrafts;

/// Called when the server has created an upload. Adds the file to the draft's attachments unless it is listed already.
pub(super) fn add_attachment(drafts: OpenDrafts, draft_id: &str, attachment: Attachment) {
    change_attachments(drafts, draft_id, |attachments| {
        if attachments.iter().all(|known| known.id != attachment.id) {
            attachments.push(attachment);
        }
    });
}

/// Called when the server has received the whole file. Records the file's size and hash, and loads the draft again,
/// because the review page shows the file kind that the server has detected.
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
            // If the request for the draft fails, the attachments stay as they were recorded above.
            drop(open_draft.refresh().await);
        });
    }
}

/// Called when the server no longer has the file. Removes the file from the draft's attachments.
pub(super) fn remove_attachment(drafts: OpenDrafts, draft_id: &str, id: &str) {
    change_attachments(drafts, draft_id, |attachments| {
        attachments.retain(|known| known.id != id);
    });
}

/// Changes the attachments of a draft. Does nothing if the draft isn't open in this tab.
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
