//! Handlers that return, save and delete a draft.
//!
//! A `PATCH` request needs the header `If-Match`, so that two devices of one citizen can't overwrite each other's
//! changes. If the draft has changed on the server, the response is 412 with the current draft, and the client merges
//! its changes.

use axum::Json;
use axum::extract::State;
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::draft::{Draft, DraftPatch};

use super::patch;
use crate::auth::extractors::Citizen;
use crate::http::entity_tag::{IfMatch, entity_tag};
use crate::http::extract::{JsonBody, Path};
use crate::refusal::{DraftEnd, Refusal};
use crate::state::AppState;
use crate::store::attachment_files;
use crate::store::drafts;
use crate::store::uploads;

/// `GET /drafts/{id}`: returns a draft.
pub(super) async fn read_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let now = state.clock.now();
    let (draft, uploads) = state
        .store
        .run(move |transaction| {
            let draft = drafts::find(transaction, citizen.account_id, &id, now)?;
            let uploads = uploads::list(transaction, &draft.id)?;
            Ok((draft, uploads))
        })
        .await?;
    Ok(draft_response(
        StatusCode::OK,
        draft.into_api(uploads, &state.data),
    ))
}

/// `PATCH /drafts/{id}`: saves changes of a draft. 428 without `If-Match`, 412 with the current draft if its version
/// doesn't match.
pub(super) async fn save_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
    headers: HeaderMap,
    JsonBody(patch): JsonBody<DraftPatch>,
) -> Result<Response, Refusal> {
    let now = state.clock.now();
    let data = state.data.clone();
    let draft = state
        .store
        .run(move |transaction| {
            let draft = drafts::find(transaction, citizen.account_id, &id, now)?;
            let if_match = if_match(&headers)?;
            let uploads = uploads::list(transaction, &draft.id)?;
            if !if_match.matches(draft.version) {
                return Err(Refusal::VersionConflict(Box::new(
                    draft.into_api(uploads, &data),
                )));
            }
            let changed = patch::apply_patch(draft, patch, &data, now)?;
            drafts::update(transaction, &changed)?;
            Ok(changed.into_api(uploads, &data))
        })
        .await?;
    Ok(draft_response(StatusCode::OK, draft))
}

/// `DELETE /drafts/{id}`: deletes the draft and its files.
pub(super) async fn delete_draft(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let now = state.clock.now();
    let orphans = state
        .store
        .run(move |transaction| {
            let draft = drafts::find(transaction, citizen.account_id, &id, now)?;
            drafts::end(transaction, &draft.id, DraftEnd::Deleted, now)
        })
        .await?;
    attachment_files::delete_files(&state.files_dir, orphans).await;
    Ok(StatusCode::NO_CONTENT)
}

/// Parses the header `If-Match`. 428 if it is missing, 400 if it is malformed.
fn if_match(headers: &HeaderMap) -> Result<IfMatch, Refusal> {
    let header = headers
        .get(IF_MATCH)
        .ok_or(Refusal::PreconditionRequired("If-Match"))?;
    header
        .to_str()
        .ok()
        .and_then(|text| IfMatch::parse(text).ok())
        .ok_or_else(|| Refusal::InvalidRequest("If-Match isn't a list of entity tags".to_owned()))
}

/// Builds a response with a draft and its `ETag`.
pub(crate) fn draft_response(status: StatusCode, draft: Draft) -> Response {
    let tag = [(ETAG, entity_tag(draft.version))];
    (status, tag, Json(draft)).into_response()
}
