//! Creates a draft («Thêm mới»). A repeated request with the same `Idempotency-Key` creates no second draft. It returns
//! the existing draft in its current state, with 200 instead of 201.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::draft::NewDraft;
use contract::form::Answers;

use super::copied;
use super::handlers::draft_response;
use crate::auth::extractors::Citizen;
use crate::auth::random;
use crate::http::extract::JsonBody;
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents;
use crate::store::drafts::{self, StoredDraft};
use crate::store::rate_limit::{self, RateLimit};
use crate::store::uploads;

const DAY: i64 = 24 * 3600;

/// `POST /drafts`: creates a draft. 404 for an unknown procedure or agency, 403 if a required consent isn't given.
pub(super) async fn create_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    headers: HeaderMap,
    JsonBody(new): JsonBody<NewDraft>,
) -> Result<Response, Refusal> {
    let request = IdempotentRequest::from_headers(&headers, "", &new)?;
    let now = state.clock.now();
    let copy_of = new.copy_of.clone();
    let mut draft = new_draft(new, &state, now)?;
    let account = citizen.account_id.to_string();
    let rate_limit_key = state.secret.hash("drafts-begun", &[&account]);
    let a_day = RateLimit {
        max: state.config.filing.drafts_a_day,
        seconds: DAY,
        is_shared: false,
    };
    let data = state.data.clone();
    let (status, draft, uploads) = state
        .store
        .run(move |transaction| {
            let account_id = citizen.account_id;
            let existing = drafts::find_by_key(transaction, account_id, &request.key)?;
            if let Some((draft, body_hash)) = existing {
                let draft = request.replay(draft, &body_hash)?;
                let uploads = uploads::list(transaction, &draft.id)?;
                return Ok((StatusCode::OK, draft, uploads));
            }
            consents::require_all(transaction, &data, account_id)?;
            if let Some(code) = &copy_of {
                draft.answers = copied::answers_of(transaction, &data, account_id, code, &draft)?;
            }
            rate_limit::record_attempt(transaction, rate_limit_key, &a_day, now)?;
            drafts::insert(transaction, account_id, &draft, &request)?;
            Ok((StatusCode::CREATED, draft, Vec::new()))
        })
        .await?;
    Ok(draft_response(status, draft.into_api(uploads, &state.data)))
}

/// Builds an empty draft. 404 if the procedure or the place of the agency doesn't exist.
fn new_draft(new: NewDraft, state: &AppState, now: i64) -> Result<StoredDraft, Refusal> {
    let procedure = state
        .data
        .procedure(&new.procedure)
        .ok_or(Refusal::NotFound)?;
    let form = state
        .data
        .form(&procedure.form)
        .ok_or_else(|| Refusal::internal("a procedure names a form that isn't in the data"))?;
    if let Some(agency) = &new.agency {
        state.data.place_name(agency).ok_or(Refusal::NotFound)?;
    }
    Ok(StoredDraft {
        id: random::id()?,
        procedure: procedure.code.clone(),
        form: form.key.clone(),
        form_version: form.version,
        agency: new.agency,
        answers: Answers::new(),
        delivery: None,
        for_whom: new.for_whom,
        needed_components: BTreeMap::new(),
        parts: BTreeMap::new(),
        reply: None,
        version: 1,
        created_at: now,
        updated_at: now,
    })
}
