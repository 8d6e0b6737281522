//! «Gửi hồ sơ»: saves what waits, seals what the server holds, and sends under a key that a second tap repeats.
//! It never sends when nobody can know what the citizen reviewed.

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

/// What came of it.
pub(super) enum SubmissionOutcome {
    /// The office holds the dossier.
    Received(Box<Receipt>),
    /// The draft was changed elsewhere: it was not sent, and the page shows it as it is now.
    DraftChanged,
}

/// Sends the draft as it was reviewed.
pub(super) async fn submit_draft(api: Api, open_draft: OpenDraft, reviewed: &Draft) -> Result<SubmissionOutcome, ClientError> {
    let draft = open_draft.flush().await?;
    if reviewed_content(&draft) != reviewed_content(reviewed) {
        return Ok(SubmissionOutcome::DraftChanged);
    }
    let submission = seal(&draft);
    let key = idempotency_key(&draft);
    let headers = vec![(IDEMPOTENCY_HEADER, key)];
    let sent = api
        .change(&POST_SUBMISSION, &[&draft.id], &submission, headers)
        .await;
    match sent {
        Ok(Ok(receipt)) => {
            BrowserStorage::Tab.remove(&storage_key(&draft.id));
            Ok(SubmissionOutcome::Received(Box::new(receipt)))
        }
        Ok(Err(newer)) => {
            open_draft.accept_server_draft(newer);
            Ok(SubmissionOutcome::DraftChanged)
        }
        Err(ClientError::Refused(problem)) if problem.code == ProblemCode::AttachmentMismatch => {
            // A file added or taken away elsewhere raises no version.
            let now = open_draft.refresh().await?;
            match reviewed_content(&now) == reviewed_content(&draft) {
                true => Err(ClientError::Refused(problem)),
                false => Ok(SubmissionOutcome::DraftChanged),
            }
        }
        Err(error) => Err(error),
    }
}

/// All that the citizen reads over before sending.
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
        (draft.for_whom, draft.needed_components.clone(), draft.parts.clone()),
        files,
    )
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
fn idempotency_key(draft: &Draft) -> String {
    let prefix = draft.version.to_string() + "-" + &fingerprint(draft) + "-";
    let shelf = storage_key(&draft.id);
    match BrowserStorage::Tab.get(&shelf) {
        Some(key) if key.starts_with(&prefix) => key,
        _ => {
            let key = prefix + &random_id::new();
            BrowserStorage::Tab.set(&shelf, &key);
            key
        }
    }
}

/// Files change without a new version; with other files it is another submission.
fn fingerprint(draft: &Draft) -> String {
    let bytes: u64 = draft.attachments.iter().map(|file| file.size).sum();
    draft.attachments.len().to_string() + "-" + &bytes.to_string()
}

fn storage_key(id: &str) -> String {
    ["motcua-sending-", id].concat()
}
