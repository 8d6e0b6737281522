//! Submits a draft («Gửi hồ sơ»). It becomes a dossier exactly once, even if requests are repeated or come from
//! several devices.
//!
//! The same `Idempotency-Key` with the same body returns the same receipt (201, then 200); with another body it is a
//! conflict (409). With another key, a submitted draft no longer exists (404). A refused submission doesn't use its
//! key. The required consents must be given (403).

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
use crate::store::consents;
use crate::store::drafts::{self, StoredDraft};
use crate::store::uploads::{self, Upload};

/// `POST /drafts/{id}/submission`.
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
    let complete = completeness::check_complete(&draft, &uploads, &state.data, &today)?;
    manifest::verify_manifest(&submission.attachments, &uploads, &state.files_dir).await?;
    let (status, receipt) = request.save(&state, draft, uploads, complete).await?;
    Ok((status, Json(receipt)))
}

/// A submission: its idempotency key, the reviewed version of the draft, and the citizen.
#[derive(Clone)]
struct SubmissionRequest {
    once: IdempotentRequest,
    version: u64,
    draft_id: String,
    citizen: Citizen,
}

/// Whether this request was already completed, or its draft still exists.
enum SubmissionState {
    Sent(Receipt),
    Draft(StoredDraft, Vec<Upload>),
}

impl SubmissionRequest {
    /// Reads the state of the submission before the slow checks.
    async fn load(&self, state: &AppState) -> Result<SubmissionState, Refusal> {
        let (request, state) = (self.clone(), state.clone());
        let store = state.store.clone();
        store
            .run(move |transaction| request.find(transaction, &state))
            .await
    }

    /// Reads the state of the submission. 412 if the draft has changed since the citizen reviewed it.
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
        consents::require_all(transaction, &state.data, account_id)?;
        let uploads = uploads::list(transaction, &draft.id)?;
        if draft.version != self.version {
            return Err(Refusal::VersionConflict(Box::new(
                draft.into_api(uploads, &state.data),
            )));
        }
        Ok(SubmissionState::Draft(draft, uploads))
    }

    /// Stores the dossier. The files were verified outside the transaction, so the draft and its uploads are compared
    /// again inside it.
    async fn save(
        self,
        state: &AppState,
        draft: StoredDraft,
        uploads: Vec<Upload>,
        complete: CompleteDossier,
    ) -> Result<(StatusCode, Receipt), Refusal> {
        let now = state.clock.now();
        let phone = self.citizen.account.phone.clone();
        let app_state = state.clone();
        let kept = state.store.run(move |transaction| {
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
        let (status, receipt) = kept.await?;
        if let (StatusCode::CREATED, Some(phone)) = (status, phone) {
            // The dossier exists even if the message can't be sent.
            let message = notices::submitted(&receipt);
            if state.messages.send(&phone, message, now).await.is_err() {
                tracing::warn!("the message after a submission couldn't be sent");
            }
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
        filing.save(transaction, state, complete)
    }
}
