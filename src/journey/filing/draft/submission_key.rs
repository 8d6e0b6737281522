//! The idempotency key of a submission. The tab stores it, so that a retry after a lost connection or a reload uses the
//! same key, and the server creates only one dossier.

use contract::draft::Draft;

use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;

/// Returns the key for this version of the draft with its files. Makes and stores a new key if the draft has changed.
pub(crate) fn submission_key(draft: &Draft) -> String {
    let prefix = draft.version.to_string() + "-" + &files_key(draft) + "-";
    let storage_key = storage_key(&draft.id);
    match BrowserStorage::Tab.get(&storage_key) {
        Some(key) if key.starts_with(&prefix) => key,
        _ => {
            let key = prefix + &random_id::generate();
            BrowserStorage::Tab.set(&storage_key, &key);
            key
        }
    }
}

/// Whether this tab has sent the draft without getting a response.
pub(crate) fn is_submission_unconfirmed(draft_id: &str) -> bool {
    BrowserStorage::Tab.get(&storage_key(draft_id)).is_some()
}

/// Removes the stored key of a draft that is gone.
pub(super) fn remove_submission_key(draft_id: &str) {
    BrowserStorage::Tab.remove(&storage_key(draft_id));
}

/// The number and the total size of the files, as a part of the idempotency key. Changed files don't change the version
/// of the draft, but they need another idempotency key.
fn files_key(draft: &Draft) -> String {
    let bytes: u64 = draft.attachments.iter().map(|file| file.size).sum();
    draft.attachments.len().to_string() + "-" + &bytes.to_string()
}

/// Key of the stored value in the tab's storage (`sessionStorage`).
fn storage_key(id: &str) -> String {
    ["motcua-sending-", id].concat()
}
