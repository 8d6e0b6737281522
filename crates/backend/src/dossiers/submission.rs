//! Submits a draft («Gửi hồ sơ»). The draft becomes a dossier exactly once, even if the request is repeated or several
//! devices send requests.
//!
//! A request with the same `Idempotency-Key` and the same body returns the same receipt: the first time with 201, later
//! with 200. The same key with another body is a conflict (409). With another key, the response is 404, because the
//! submitted draft no longer exists. After a refused submission, the same key can be used again. 403 if a required
//! consent isn't given.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::draft::Submission;
use contract::receipt::Receipt;
use rusqlite::Transaction;

use super::completeness::{self, CompleteDossier};
use super::dossier_store::{self, SubmissionOrigin};
use super::filing::Filing;
use super::{manifest, notices};
use crate::auth::extractors::Citizen;
use crate::clock;
use crate::http::extract::{JsonBody, Path};
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::attachment_files;
use crate::store::consents;
use crate::store::drafts::{self, StoredDraft};
use crate::store::uploads::{self, Upload};

/// `POST /drafts/{id}/submission`: submits a draft.
pub(super) async fn submit(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(draft_id): Path<String>,
    headers: HeaderMap,
    JsonBody(submission): JsonBody<Submission>,
) -> Result<(StatusCode, Json<Receipt>), Refusal> {
    let request = SubmissionRequest {
        once: IdempotentRequest::from_headers(&headers, &draft_id, &submission)?,
        version: submission.version,
        draft_id,
        citizen,
    };
    let (draft, uploads) = match request.load(&state).await? {
        SubmissionState::Sent(receipt) => return Ok((StatusCode::OK, Json(receipt))),
        SubmissionState::Draft(draft, uploads) => (draft, uploads),
    };
    let today = clock::day(state.clock.today());
    // A draft may have thousands of answers, so it is checked on a thread for blocking work.
    let (data, answered, files) = (state.data.clone(), draft.clone(), uploads.clone());
    let checking = tokio::task::spawn_blocking(move || {
        completeness::check_complete(&answered, &files, &data, &today)
    });
    let complete = checking.await.map_err(Refusal::internal)??;
    let is_sent = |id: &str| complete.files.iter().any(|file| file.id == id);
    let (manifest, files_dir) = (&submission.attachments, &state.files_dir);
    manifest::verify_manifest(manifest, &uploads, is_sent, files_dir).await?;
    let (status, receipt) = request.save(&state, draft, uploads, complete).await?;
    Ok((status, Json(receipt)))
}

/// The data of a submission request: its idempotency key, the version of the draft that the citizen reviewed, the
/// draft's id, and the citizen.
#[derive(Clone)]
struct SubmissionRequest {
    once: IdempotentRequest,
    version: u64,
    draft_id: String,
    citizen: Citizen,
}

/// Whether the submission was already completed, or the draft still exists.
enum SubmissionState {
    Sent(Receipt),
    Draft(StoredDraft, Vec<Upload>),
}

impl SubmissionRequest {
    /// Finds out in a new transaction whether the submission was already completed. It is called before the slow checks
    /// of the draft.
    async fn load(&self, state: &AppState) -> Result<SubmissionState, Refusal> {
        let (request, state) = (self.clone(), state.clone());
        let store = state.store.clone();
        store
            .run(move |transaction| request.find(transaction, &state))
            .await
    }

    /// Finds out whether the submission was already completed. If not, returns the draft. 412 if the draft has changed
    /// after the citizen reviewed it.
    fn find(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
    ) -> Result<SubmissionState, Refusal> {
        let account_id = self.citizen.account_id;
        let sent = dossier_store::find_by_key(transaction, account_id, &self.once.key)?;
        if let Some((receipt, hash)) = sent {
            return self.once.replay(SubmissionState::Sent(receipt), &hash);
        }
        let now = state.clock.now();
        let draft = drafts::find(transaction, account_id, &self.draft_id, now)?;
        if draft.reply.is_some() {
            return Err(Refusal::NotFound);
        }
        consents::require_all(transaction, &state.data, account_id)?;
        let uploads = uploads::list(transaction, &draft.id)?;
        if draft.version != self.version {
            return Err(Refusal::VersionConflict(Box::new(
                draft.into_api(uploads, &state.data),
            )));
        }
        Ok(SubmissionState::Draft(draft, uploads))
    }

    /// Creates the dossier. The files were verified outside the transaction, so this transaction checks again that the
    /// draft and its uploads haven't changed.
    async fn save(
        self,
        state: &AppState,
        draft: StoredDraft,
        uploads: Vec<Upload>,
        complete: CompleteDossier,
    ) -> Result<(StatusCode, Receipt), Refusal> {
        let app_state = state.clone();
        let not_sent: Vec<String> = uploads
            .iter()
            .map(|upload| upload.id.clone())
            .filter(|id| !complete.files.iter().any(|file| file.id == *id))
            .collect();
        let saving = state.store.run(move |transaction| {
            match self.find(transaction, &app_state)? {
                SubmissionState::Sent(receipt) => return Ok((StatusCode::OK, receipt)),
                SubmissionState::Draft(_, files) if files != uploads => {
                    return Err(Refusal::AttachmentMismatch(Vec::new()));
                }
                SubmissionState::Draft(..) => {}
            }
            let receipt = self.create_dossier(transaction, &app_state, draft, complete)?;
            Ok((StatusCode::CREATED, receipt))
        });
        let (status, receipt) = saving.await?;
        if status == StatusCode::CREATED {
            // Their rows were deleted together with the draft.
            attachment_files::delete_files(&state.files_dir, not_sent).await;
        }
        Ok((status, receipt))
    }

    fn create_dossier(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        draft: StoredDraft,
        complete: CompleteDossier,
    ) -> Result<Receipt, Refusal> {
        let filing = Filing {
            citizen: &self.citizen,
            origin: SubmissionOrigin {
                account_id: self.citizen.account_id,
                draft_id: &self.draft_id,
                key: &self.once.key,
                body_hash: &self.once.body_hash,
            },
            form: draft.form,
            for_whom: draft.for_whom,
        };
        let receipt = filing.save(transaction, state, complete)?;
        notices::announce_submission(transaction, state, self.citizen.account_id, &receipt)?;
        Ok(receipt)
    }
}
