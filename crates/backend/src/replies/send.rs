//! Sends a reply exactly once, even if the request is repeated or several devices send requests. It works as the
//! submission of a draft does: the same key and body return the same proof.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::draft::Submission;
use contract::form::Answers;
use contract::reply::{Reply, ReplyReceipt};
use rusqlite::Transaction;

use super::completeness;
use super::reply_kinds::rules_of;
use super::reply_rules::ReplyContent;
use super::reply_store;
use crate::auth::extractors::Citizen;
use crate::clock;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::{lapse, manifest};
use crate::http::extract::{JsonBody, Path};
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::{DraftEnd, Refusal};
use crate::state::AppState;
use crate::store::drafts::{self, StoredDraft};
use crate::store::uploads::{self, Upload};

/// `POST /drafts/{id}/reply`: sends a reply.
pub(super) async fn send_reply(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(draft_id): Path<String>,
    headers: HeaderMap,
    JsonBody(submission): JsonBody<Submission>,
) -> Result<(StatusCode, Json<ReplyReceipt>), Refusal> {
    let request = ReplyRequest {
        once: IdempotentRequest::from_headers(&headers, &draft_id, &submission)?,
        version: submission.version,
        draft_id,
        citizen,
    };
    let open = match request.load(&state).await? {
        ReplyState::Sent(receipt) => return Ok((StatusCode::OK, Json(receipt))),
        ReplyState::Open(open) => open,
    };
    let today = clock::day(state.clock.today());
    // A draft may have thousands of answers, so it is checked on a thread for blocking work.
    let (data, answered) = (state.data.clone(), open.clone());
    let checking = tokio::task::spawn_blocking(move || {
        let rules = rules_of(answered.reply.kind)?;
        completeness::check_reply(
            rules,
            &answered.reply,
            &answered.draft,
            &answered.before,
            &answered.uploads,
            &data,
            &today,
        )
    });
    let content = checking.await.map_err(Refusal::internal)??;
    let sealed = &submission.attachments;
    manifest::verify_manifest(sealed, &open.uploads, |_| true, &state.files_dir).await?;
    let (status, receipt) = request.save(&state, open.uploads, content).await?;
    Ok((status, Json(receipt)))
}

/// The data of a request that sends a reply.
#[derive(Clone)]
struct ReplyRequest {
    once: IdempotentRequest,
    version: u64,
    draft_id: String,
    citizen: Citizen,
}

/// Whether the reply was already sent, or the office still waits for it.
enum ReplyState {
    Sent(ReplyReceipt),
    Open(Box<OpenReply>),
}

/// A reply that can be sent.
#[derive(Clone)]
struct OpenReply {
    dossier: StoredDossier,
    draft: StoredDraft,
    reply: Reply,
    before: Answers,
    uploads: Vec<Upload>,
}

impl ReplyRequest {
    /// Finds out in a new transaction whether the reply was already sent. It is called before the slow checks.
    async fn load(&self, state: &AppState) -> Result<ReplyState, Refusal> {
        let (request, within) = (self.clone(), state.clone());
        let loading = state.store.run(move |transaction| {
            lapse::apply_due(transaction, &within)?;
            request.find(transaction, &within)
        });
        loading.await
    }

    /// Finds out whether the reply was already sent. If not, returns it with what the office asks for now. 412 if the
    /// draft has changed after the citizen reviewed it.
    fn find(&self, transaction: &Transaction<'_>, state: &AppState) -> Result<ReplyState, Refusal> {
        let account_id = self.citizen.account_id;
        let sent = reply_store::find_by_key(transaction, account_id, &self.once.key)?;
        if let Some((receipt, hash)) = sent {
            return self.once.replay(ReplyState::Sent(receipt), &hash);
        }
        let now = state.clock.now();
        let draft = drafts::find(transaction, account_id, &self.draft_id, now)?;
        let reply = draft.reply.as_deref().ok_or(Refusal::NotFound)?;
        let dossier = dossier_store::find(transaction, account_id, &reply.dossier)?;
        let rules = rules_of(reply.kind)?;
        let task = rules.find_task(transaction, state, &dossier, reply.request.as_deref())?;
        let uploads = uploads::list(transaction, &draft.id)?;
        if draft.version != self.version {
            return Err(Refusal::VersionConflict(Box::new(
                draft.into_api(uploads, &state.data),
            )));
        }
        Ok(ReplyState::Open(Box::new(OpenReply {
            dossier,
            draft,
            reply: task.reply,
            before: task.answers,
            uploads,
        })))
    }

    /// Stores the reply. The files were verified outside the transaction, so this transaction checks again that the
    /// draft and its uploads haven't changed.
    async fn save(
        self,
        state: &AppState,
        verified: Vec<Upload>,
        content: ReplyContent,
    ) -> Result<(StatusCode, ReplyReceipt), Refusal> {
        let within = state.clone();
        let saving = state.store.run(move |transaction| {
            let open = match self.find(transaction, &within)? {
                ReplyState::Sent(receipt) => return Ok((StatusCode::OK, receipt)),
                ReplyState::Open(open) if open.uploads != verified => {
                    return Err(Refusal::AttachmentMismatch(Vec::new()));
                }
                ReplyState::Open(open) => *open,
            };
            let receipt = self.store(transaction, &within, open, content)?;
            Ok((StatusCode::CREATED, receipt))
        });
        saving.await
    }

    fn store(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        open: OpenReply,
        content: ReplyContent,
    ) -> Result<ReplyReceipt, Refusal> {
        let OpenReply {
            dossier,
            draft,
            reply,
            ..
        } = open;
        let (now, code) = (state.clock.now(), reply.dossier.clone());
        let receipt = ReplyReceipt {
            dossier: code.clone(),
            sent_at: clock::timestamp(now),
            answers: content.changed,
            files: content.files.clone(),
        };
        dossier_store::assign_files(transaction, &draft.id, &code, &content.files)?;
        let account_id = self.citizen.account_id;
        reply_store::insert(transaction, account_id, &reply, &self.once, &receipt, now)?;
        let end = DraftEnd::Sent { dossier_code: code };
        // Every file of the draft belongs to the dossier now, so no file is left to delete.
        drafts::end(transaction, &draft.id, end, now)?;
        rules_of(reply.kind)?.apply(transaction, state, dossier, &reply, content)?;
        Ok(receipt)
    }
}
