//! «Gửi hồ sơ»: saves the waiting changes, seals the draft as the server has it, and sends it with an idempotency key that a
//! second press repeats. A draft that differs from what the citizen reviewed is never sent.

use std::collections::BTreeMap;

use contract::ProblemCode;
use contract::attachment::SealedAttachment;
use contract::draft::{Draft, Submission};
use contract::endpoints::POST_SUBMISSION;
use contract::limits::IDEMPOTENCY_HEADER;
use contract::receipt::Receipt;

use crate::api::{Api, ClientError};
use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;
use crate::journey::filing::draft::OpenDraft;

/// The outcome of sending a draft.
pub(super) enum SubmissionOutcome {
    /// The server has accepted the dossier.
    Received(Box<Receipt>),
    /// The draft was changed on another device. It was not sent, and the page now shows the changed draft.
    DraftChanged,
}

/// Sends the draft if it is still as it was reviewed.
///
/// # Errors
///
/// The error of the request that failed. After [`ClientError::Offline`], [`ClientError::TimedOut`] and
/// [`ClientError::Unreadable`] nobody knows whether the server received the dossier.
pub(super) async fn submit_draft(
    api: Api,
    open_draft: OpenDraft,
    reviewed: &Draft,
) -> Result<SubmissionOutcome, ClientError> {
    let draft = open_draft.flush().await?;
    if reviewed_content(&draft) != reviewed_content(reviewed) {
        return Ok(SubmissionOutcome::DraftChanged);
    }
    let submission = seal(&draft);
    let headers = vec![(IDEMPOTENCY_HEADER, idempotency_key(&draft))];
    let reply = api
        .send_if_match(&POST_SUBMISSION, &[&draft.id], &submission, headers)
        .await;
    match reply {
        Ok(Ok(receipt)) => {
            BrowserStorage::Tab.remove(&storage_key(&draft.id));
            Ok(SubmissionOutcome::Received(Box::new(receipt)))
        }
        Ok(Err(newer)) => {
            open_draft.accept_server_draft(newer);
            Ok(SubmissionOutcome::DraftChanged)
        }
        Err(ClientError::Refused(problem)) if problem.code == ProblemCode::AttachmentMismatch => {
            // Adding or removing a file on another device doesn't change the draft's version, so it is noticed only here.
            let now = open_draft.refresh().await?;
            match reviewed_content(&now) == reviewed_content(&draft) {
                true => Err(ClientError::Refused(problem)),
                false => Ok(SubmissionOutcome::DraftChanged),
            }
        }
        Err(error) => Err(error),
    }
}

/// Everything in a draft that the citizen reviews before sending.
fn reviewed_content(draft: &Draft) -> impl PartialEq {
    let files: BTreeMap<String, Option<String>> = draft
        .attachments
        .iter()
        .map(|file| (file.id.clone(), file.sha256.clone()))
        .collect();
    (
        draft.answers.clone(),
        draft.agency.clone(),
        draft.delivery.clone(),
        (
            draft.for_whom,
            draft.needed_components.clone(),
            draft.parts.clone(),
        ),
        files,
    )
}

/// The manifest of the dossier: the draft's version, and size and SHA-256 of each file. The server refuses the dossier if
/// its own data differ.
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

/// The idempotency key of a draft's version with its files. The tab stores it, so that a retry after a lost connection or
/// a reload sends the same dossier.
fn idempotency_key(draft: &Draft) -> String {
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

/// Number and total size of the files. Files change without a new version of the draft, but make another submission.
fn files_key(draft: &Draft) -> String {
    let bytes: u64 = draft.attachments.iter().map(|file| file.size).sum();
    draft.attachments.len().to_string() + "-" + &bytes.to_string()
}

/// Key in the tab's storage.
fn storage_key(id: &str) -> String {
    ["motcua-sending-", id].concat()
}
