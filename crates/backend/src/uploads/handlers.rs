//! Handlers that return the offset of an upload (tus `HEAD`) and delete an upload (tus termination extension).

use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::tus;
use crate::auth::extractors::Citizen;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::attachment_files;
use crate::store::draft_expiry;
use crate::store::uploads;

/// `HEAD /uploads/{id}`: returns the number of bytes that the server has received, their SHA-256, the total length, and
/// the SHA-256 of the file once the upload is complete.
pub(super) async fn upload_status(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    tus::require_version(&headers)?;
    let now = state.clock.now();
    let upload = state
        .store
        .run(move |transaction| uploads::find(transaction, citizen.account_id, &id, now))
        .await?;
    let prefix_sha256 = match (&upload.sha256, upload.received) {
        (Some(sha256), _) => Some(sha256.clone()),
        (None, 0) => None,
        (None, received) => Some(
            attachment_files::read_prefix_sha256(&state.files_dir, &upload.id, received).await?,
        ),
    };
    let headers = [
        (tus::OFFSET, upload.received.to_string()),
        (tus::LENGTH, upload.size.to_string()),
        (tus::METADATA, upload.metadata),
        (
            tus::EXPIRES,
            tus::http_date(draft_expiry::deleted_at(upload.draft_updated_at)),
        ),
        // tus requires this. If a cache returned an old offset, the client would send the wrong bytes.
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    let sha256 = upload.sha256.map(|sha256| [(tus::SHA256, sha256)]);
    let prefix_sha256 = prefix_sha256.map(|sha256| [(tus::PREFIX_SHA256, sha256)]);
    Ok((StatusCode::OK, headers, sha256, prefix_sha256, ()).into_response())
}

/// `DELETE /uploads/{id}`: deletes the upload. 423 while a `PATCH` request is writing to it.
pub(super) async fn delete_upload(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    tus::require_version(&headers)?;
    let now = state.clock.now();
    let upload_locks = state.upload_locks.clone();
    let id = state
        .store
        .run(move |transaction| {
            let upload = uploads::find(transaction, citizen.account_id, &id, now)?;
            let _lock = upload_locks
                .try_lock(&upload.id)
                .ok_or(Refusal::UploadLocked)?;
            uploads::remove(transaction, &upload.id)?;
            Ok(upload.id)
        })
        .await?;
    attachment_files::delete_files(&state.files_dir, vec![id]).await;
    Ok(StatusCode::NO_CONTENT)
}
