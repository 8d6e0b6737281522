//! Receives a chunk of a file (tus `PATCH`). The work runs in its own task. If the connection drops, axum drops the
//! handler, but the task still syncs and records the bytes that have arrived. The type of the file is checked after its
//! last byte.

use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::file_content::FileError;
use domain::file_kind::mend_file_name;
use tokio::time::Instant;

use super::chunk_receiver::{BatchEnd, ChunkReceiver};
use super::tus;
use crate::auth::extractors::Citizen;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::attachment_files;
use crate::store::upload_locks::UploadLock;
use crate::store::uploads::{self, Upload};
use crate::store::{draft_expiry, drafts};

/// If no byte arrives for this long, the connection counts as dropped. The lock of the upload is then released, so that
/// the client can try again.
const PATIENCE: Duration = Duration::from_secs(30);
/// Time in which one request may send bytes, however often a byte arrives. After it, the bytes that have arrived are kept,
/// the lock of the upload is released, and the client must continue with a new request. 10 MiB take less at 6 kB/s.
const REQUEST_TIME: Duration = Duration::from_secs(30 * 60);

/// `PATCH /uploads/{id}`: receives a chunk. 204 with the new offset. If the connection drops, the offset may be lower
/// than the number of bytes that the client has sent.
pub(super) async fn receive_chunk(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    tus::require_version(&headers)?;
    let offset = tus::parse_bytes(&headers, &tus::OFFSET)?;
    if headers
        .get(CONTENT_TYPE)
        .is_none_or(|kind| kind != tus::CHUNK_MEDIA_TYPE)
    {
        return Err(Refusal::UnsupportedMediaType);
    }
    // Check the owner before taking the lock. Otherwise a 423 would reveal to other citizens that the upload exists.
    find(&state, &citizen, &id).await?;
    let lock = state
        .upload_locks
        .try_lock(&id)
        .ok_or(Refusal::UploadLocked)?;
    let upload = find(&state, &citizen, &id).await?;
    if offset != upload.received {
        return Err(Refusal::OffsetConflict {
            offset: upload.received,
        });
    }
    let task = tokio::spawn(write(state, upload, body, lock));
    task.await
        .unwrap_or_else(|error| Err(Refusal::internal(error)))
}

async fn find(state: &AppState, citizen: &Citizen, id: &str) -> Result<Upload, Refusal> {
    let (account_id, id, now) = (citizen.account_id, id.to_owned(), state.clock.now());
    state
        .store
        .run(move |transaction| uploads::find(transaction, account_id, &id, now))
        .await
}

/// Receives the body, and then releases the lock. This function runs as its own task.
async fn write(
    state: AppState,
    upload: Upload,
    body: Body,
    lock: UploadLock,
) -> Result<Response, Refusal> {
    let id = upload.id.clone();
    let outcome = match upload.sha256 {
        Some(_) => Ok(upload),
        None => receive_batches(&state, upload, body).await,
    };
    if let Err(Refusal::NotFound) = outcome {
        // The draft was deleted while the body was received. The file may have been created after that, so delete it.
        attachment_files::delete_files(&state.files_dir, vec![id]).await;
    }
    drop(lock);
    let upload = outcome?;
    let expires = tus::http_date(draft_expiry::deleted_at(upload.draft_updated_at));
    let headers = [
        (tus::OFFSET, upload.received.to_string()),
        (tus::EXPIRES, expires),
    ];
    let sha256 = upload.sha256.map(|sha256| [(tus::SHA256, sha256)]);
    Ok((StatusCode::NO_CONTENT, headers, sha256, ()).into_response())
}

/// Writes the body in batches, and records the offset after each batch.
pub(super) async fn receive_batches(
    state: &AppState,
    mut upload: Upload,
    body: Body,
) -> Result<Upload, Refusal> {
    let path = attachment_files::path(&state.files_dir, &upload.id);
    let mut receiver =
        ChunkReceiver::open(body, &path, upload.received, upload.size, PATIENCE).await?;
    let deadline = Instant::now() + REQUEST_TIME;
    loop {
        let end = receiver.next_batch(deadline).await?;
        upload.received = receiver.offset();
        let is_complete = upload.received == upload.size;
        if is_complete {
            upload = finish(state, upload).await?;
        } else {
            record(state, &upload).await?;
        }
        match end {
            BatchEnd::More if !is_complete && Instant::now() < deadline => {}
            BatchEnd::More | BatchEnd::Finished | BatchEnd::Dropped => return Ok(upload),
            BatchEnd::TooLong => return Err(Refusal::FileTooLarge),
        }
    }
}

async fn record(state: &AppState, upload: &Upload) -> Result<(), Refusal> {
    let (id, received) = (upload.id.clone(), upload.received);
    state
        .store
        .run(move |transaction| uploads::record_received(transaction, &id, received))
        .await
}

/// Checks the content of a complete file. Records its SHA-256 if it is accepted, otherwise deletes the upload. The last
/// offset and the SHA-256 are recorded together: after a crash before this point, the client sends the last batch
/// again.
async fn finish(state: &AppState, upload: Upload) -> Result<Upload, Refusal> {
    let limits = &state.config.uploads;
    let checked = attachment_files::read_and_check(&state.files_dir, &upload.id, limits).await?;
    let kind = match checked.kind {
        Ok(kind) => kind,
        Err(error) => {
            let id = upload.id.clone();
            state
                .store
                .run(move |transaction| uploads::remove(transaction, &id))
                .await?;
            attachment_files::delete_files(&state.files_dir, vec![upload.id]).await;
            return Err(refusal_of(error));
        }
    };
    let now = state.clock.now();
    let complete = Upload {
        received: upload.size,
        media_type: kind.media_type().to_owned(),
        name: mend_file_name(&upload.name, kind),
        sha256: Some(checked.sha256),
        draft_updated_at: now,
        ..upload
    };
    let stored = complete.clone();
    state
        .store
        .run(move |transaction| {
            uploads::record_complete(transaction, &stored)?;
            drafts::touch(transaction, &stored.draft_id, now)
        })
        .await?;
    Ok(complete)
}

fn refusal_of(error: FileError) -> Refusal {
    match error {
        FileError::Empty => Refusal::FileEmpty,
        FileError::TooLarge { .. } => Refusal::FileTooLarge,
        FileError::UnsupportedKind(_) => Refusal::FileTypeRefused,
        FileError::Defect(defect) => Refusal::FileUnreadable(defect),
    }
}
