//! Begins a reply. The draft of a reply exists only once, so that two devices of the citizen fill in the same one.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::limits::REPLY_REQUEST_CHARS;
use contract::reply::NewReply;
use domain::draft::add_entry_ids;
use rusqlite::Transaction;

use super::reply_kinds::rules_of;
use super::reply_rules::ReplyTask;
use crate::auth::extractors::Citizen;
use crate::auth::random;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::lapse;
use crate::drafts::handlers::draft_response;
use crate::http::extract::{JsonBody, Path};
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::drafts::{self, StoredDraft};
use crate::store::rate_limit::{self, RateLimit};
use crate::store::{attachment_files, uploads};

const DAY: i64 = 24 * 3600;

/// A draft with the HTTP status of its response, and the files of an expired draft, which the caller deletes.
struct BegunReply {
    status: StatusCode,
    draft: StoredDraft,
    uploads: Vec<uploads::Upload>,
    orphans: Vec<String>,
}

/// `POST /dossiers/{code}/replies`: begins a reply, or returns the one that is open.
pub(super) async fn begin_reply(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    headers: HeaderMap,
    JsonBody(new): JsonBody<NewReply>,
) -> Result<Response, Refusal> {
    let once = IdempotentRequest::from_headers(&headers, &code, &new)?;
    let request_chars = new.request.as_ref().map_or(0, |id| id.chars().count());
    if request_chars > REPLY_REQUEST_CHARS {
        return Err(Refusal::invalid_property("/request", "maxLength"));
    }
    let within = state.clone();
    let begun = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &within)?;
        begin(transaction, &within, &citizen, &code, &new, &once)
    });
    let begun = begun.await?;
    attachment_files::delete_files(&state.files_dir, begun.orphans).await;
    let draft = begun.draft.into_api(begun.uploads, &state.data);
    Ok(draft_response(begun.status, draft))
}

fn begin(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: &Citizen,
    code: &str,
    new: &NewReply,
    once: &IdempotentRequest,
) -> Result<BegunReply, Refusal> {
    let (account_id, now) = (citizen.account_id, state.clock.now());
    let dossier = dossier_store::find(transaction, account_id, code)?;
    let repeated = match drafts::find_by_key(transaction, account_id, &once.key)? {
        Some((draft, body_hash)) => Some(once.replay(draft, &body_hash)?),
        None => None,
    };
    let task = rules_of(new.kind)?.find_task(transaction, state, &dossier, new.request.as_deref());
    let open = match (repeated, task) {
        (Some(draft), _) => Some(draft),
        (None, Err(refusal)) => return Err(refusal),
        (None, Ok(task)) => {
            let request = task.reply.request.clone();
            let open = drafts::find_reply(transaction, code, new.kind, request.as_deref(), now)?;
            match open {
                Some(draft) => Some(draft),
                None => return insert(transaction, state, citizen, (dossier, task), once),
            }
        }
    };
    let draft = open.ok_or(Refusal::NotFound)?;
    Ok(BegunReply {
        status: StatusCode::OK,
        uploads: uploads::list(transaction, &draft.id)?,
        draft,
        orphans: Vec::new(),
    })
}

/// Inserts the draft of a new reply. It counts towards a limit of its own, so that replies use up no new dossiers.
fn insert(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: &Citizen,
    (dossier, task): (StoredDossier, ReplyTask),
    once: &IdempotentRequest,
) -> Result<BegunReply, Refusal> {
    let now = state.clock.now();
    let account = citizen.account_id.to_string();
    let key = state.secret.hash("replies-begun", &[&account]);
    let a_day = RateLimit {
        max: state.config.filing.drafts_a_day,
        seconds: DAY,
        is_shared: false,
    };
    rate_limit::record_attempt(transaction, key, &a_day, now)?;
    let form = state.data.form(&task.form);
    let form =
        form.ok_or_else(|| Refusal::internal("a reply names a form that isn't in the data"))?;
    let orphans = drafts::remove_expired_reply(transaction, &task.reply, now)?;
    let mut answers = task.answers;
    add_entry_ids(&mut answers);
    let draft = StoredDraft {
        id: random::id()?,
        procedure: dossier.receipt.procedure.key,
        form: form.key.clone(),
        form_version: form.version,
        agency: None,
        answers,
        delivery: None,
        for_whom: dossier.for_whom,
        needed_components: BTreeMap::new(),
        parts: BTreeMap::new(),
        reply: Some(Box::new(task.reply)),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    drafts::insert(transaction, citizen.account_id, &draft, once)?;
    Ok(BegunReply {
        status: StatusCode::CREATED,
        draft,
        uploads: Vec::new(),
        orphans,
    })
}
