//! «Gửi hồ sơ»: saves what waits, seals what the server holds, and sends under a key that a second tap repeats.
//! It never sends when nobody can know what the citizen reviewed.

use contract::attachment::SealedAttachment;
use contract::draft::{Draft, Submission};
use contract::endpoints::POST_SUBMISSION;
use contract::limits::IDEMPOTENCY_HEADER;
use contract::receipt::Receipt;

use crate::api::{Api, ClientError};
use crate::browser::random;
use crate::browser::storage::Shelf;
use crate::journey::open_draft::OpenDraft;

/// Sends the draft as it was reviewed.
pub(super) async fn send(api: Api, open: OpenDraft) -> Result<Receipt, ClientError> {
    let draft = open.settle().await?;
    let submission = seal(&draft);
    let key = key_of(&draft);
    let headers = vec![(IDEMPOTENCY_HEADER, key)];
    let receipt = api
        .send(&POST_SUBMISSION, &[&draft.id], &submission, headers)
        .await?;
    Shelf::Tab.forget(&shelf_key(&draft.id));
    Ok(receipt)
}

fn seal(draft: &Draft) -> Submission {
    let attachments = draft
        .attachments
        .iter()
        .filter_map(|file| {
            Some(SealedAttachment {
                id: file.id.clone(),
                size: file.size,
                sha256: file.sha256.clone()?,
            })
        })
        .collect();
    Submission {
        version: draft.version,
        attachments,
    }
}

/// One key for one version of a draft, kept in the tab: after a broken line or a reload the same dossier is meant.
fn key_of(draft: &Draft) -> String {
    let prefix = draft.version.to_string() + "-" + &fingerprint(draft) + "-";
    let shelf = shelf_key(&draft.id);
    match Shelf::Tab.read(&shelf) {
        Some(key) if key.starts_with(&prefix) => key,
        _ => {
            let key = prefix + &random::id();
            Shelf::Tab.keep(&shelf, &key);
            key
        }
    }
}

/// Files change without a new version; with other files it is another submission.
fn fingerprint(draft: &Draft) -> String {
    let bytes: u64 = draft.attachments.iter().map(|file| file.size).sum();
    draft.attachments.len().to_string() + "-" + &bytes.to_string()
}

fn shelf_key(id: &str) -> String {
    ["motcua-sending-", id].concat()
}
