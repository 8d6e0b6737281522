//! Sends a draft as a dossier or as a reply, after the citizen has pressed «Gửi hồ sơ» or «Gửi bổ sung». This module first
//! saves the unsaved changes; then it makes the manifest from the draft that the server has. The request has an
//! idempotency key; if the citizen presses the button again, the key stays the same. A draft that differs from the one that
//! the citizen has reviewed is never sent.

use std::collections::BTreeMap;

use contract::ProblemCode;
use contract::attachment::SealedAttachment;
use contract::draft::{Draft, Submission};
use contract::endpoint::Endpoint;
use contract::limits::IDEMPOTENCY_HEADER;
use serde::de::DeserializeOwned;

use crate::api::{Api, ClientError};
use crate::journey::filing::draft::{OpenDraft, submission_key};
use domain::map_of;

/// The outcome of sending a draft, if no request failed.
pub(crate) enum SubmissionOutcome<Receipt> {
    /// The server has accepted the draft. The value is its receipt.
    Received(Box<Receipt>),
    /// The draft was changed on another device, so it was not sent. The page now shows the changed draft.
    DraftChanged,
    /// The dossier was not sent: its last changes couldn't be saved, or something on the way refused the request. The
    /// value is the error of that request.
    NotSent(ClientError),
}

/// Sends the draft to `endpoint` if the server's draft is still the one that the citizen has reviewed. `is_sent` tells by the code of a
/// component whether its files are sent.
///
/// # Errors
///
/// The error of the request that sends the dossier. After [`ClientError::Offline`], [`ClientError::TimedOut`] or
/// [`ClientError::Unreadable`], it is unknown whether the server has received the dossier.
pub(crate) async fn submit_draft<Receipt: DeserializeOwned>(
    api: Api,
    endpoint: &Endpoint<Submission, Receipt>,
    open_draft: OpenDraft,
    reviewed: &Draft,
    is_sent: impl Fn(&str) -> bool,
) -> Result<SubmissionOutcome<Receipt>, ClientError> {
    let draft = match open_draft.flush().await {
        Ok(draft) => draft,
        Err(error) => return Ok(SubmissionOutcome::NotSent(error)),
    };
    if reviewed_content(&draft) != reviewed_content(reviewed) {
        return Ok(SubmissionOutcome::DraftChanged);
    }
    let submission = seal(&draft, is_sent);
    let headers = vec![(IDEMPOTENCY_HEADER, submission_key(&draft))];
    let reply = api
        .send_if_match(endpoint, &[&draft.id], &submission, headers)
        .await;
    match reply {
        Ok(Ok(receipt)) => Ok(SubmissionOutcome::Received(Box::new(receipt))),
        Ok(Err(newer)) => {
            open_draft.accept_server_draft(newer);
            Ok(SubmissionOutcome::DraftChanged)
        }
        Err(ClientError::Refused(problem)) if problem.code == ProblemCode::AttachmentMismatch => {
            // When another device adds or removes a file, the version of the draft doesn't change. So fetch the draft
            // and compare its files.
            let now = open_draft.refresh().await?;
            match reviewed_content(&now) == reviewed_content(&draft) {
                true => Err(ClientError::Refused(problem)),
                false => Ok(SubmissionOutcome::DraftChanged),
            }
        }
        Err(ClientError::Blocked) => Ok(SubmissionOutcome::NotSent(ClientError::Blocked)),
        Err(error) => {
            open_draft.note_obstacle(&error);
            Err(error)
        }
    }
}

/// Everything in a draft that the citizen reviews before sending it. Two drafts are compared by this value.
fn reviewed_content(draft: &Draft) -> impl PartialEq {
    let files = draft.attachments.iter();
    let files: BTreeMap<String, Option<String>> =
        map_of(files.map(|file| (file.id.clone(), file.sha256.clone())));
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

/// Makes the manifest of the dossier: the version of the draft, and the size and SHA-256 hash of each file that is sent.
/// The server refuses the dossier if the manifest differs from its own data.
fn seal(draft: &Draft, is_sent: impl Fn(&str) -> bool) -> Submission {
    let attachments = draft
        .attachments
        .iter()
        .filter(|file| is_sent(&file.component))
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
