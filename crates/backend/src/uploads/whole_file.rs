//! Receives a whole file in one request (`multipart/form-data`), for clients of a backend without tus. The work runs in
//! its own task, so that an incomplete file is deleted even if the connection drops.

use std::str::FromStr;

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use contract::attachment::Attachment;
use contract::limits::COMPONENT_CODE_CHARS;
use multer::{Constraints, Field, Multipart, SizeLimit};

use super::upload_metadata::{self, UploadMetadata};
use super::{create, receive};
use crate::auth::extractors::Citizen;
use crate::http::extract::{Path, to_nfc};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::attachment_files;
use crate::store::upload_locks::UploadLock;
use crate::store::uploads::{self, Upload};

/// Maximum size of a field that isn't the file, in bytes. A character has at most four bytes.
const FIELD_BYTES: u64 = 4 * COMPONENT_CODE_CHARS as u64;
/// Maximum number of fields before the file.
const MAX_FIELDS: usize = 10;

/// `POST /drafts/{id}/files`: receives a file. 201 with the attachment, or 200 if the draft has this file already.
pub(super) async fn receive_file(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(draft_id): Path<String>,
    request: Request,
) -> Result<(StatusCode, Json<Attachment>), Refusal> {
    let content_type = request.headers().get(CONTENT_TYPE);
    let boundary = content_type
        .and_then(|value| value.to_str().ok())
        .and_then(|value| multer::parse_boundary(value).ok())
        .ok_or(Refusal::UnsupportedMediaType)?;
    // The receiver counts the bytes of the file itself.
    let limits = SizeLimit::new()
        .per_field(FIELD_BYTES)
        .for_field("file", u64::MAX);
    let multipart = Multipart::with_constraints(
        request.into_body().into_data_stream(),
        boundary,
        Constraints::new().size_limit(limits),
    );
    let task = tokio::spawn(receive(state, citizen, draft_id, multipart));
    task.await
        .unwrap_or_else(|error| Err(Refusal::internal(error)))
}

async fn receive(
    state: AppState,
    citizen: Citizen,
    draft_id: String,
    multipart: Multipart<'static>,
) -> Result<(StatusCode, Json<Attachment>), Refusal> {
    let FileFields {
        metadata,
        size,
        file,
    } = read_fields(multipart).await?;
    let (status, upload, lock) = match begin(&state, &citizen, &draft_id, &metadata, size).await {
        Ok(Begun::Started(status, upload, lock)) => (status, upload, lock),
        Ok(Begun::Held(attachment)) => {
            drain(file, &state).await;
            return Ok((StatusCode::OK, Json(attachment)));
        }
        Err(refusal) => {
            drain(file, &state).await;
            return Err(refusal);
        }
    };
    let id = upload.id.clone();
    // An earlier request with the same file may have been cut off: this one sends all bytes again.
    let from_start = Upload {
        received: 0,
        ..upload
    };
    let received = receive::receive_batches(&state, from_start, Body::from_stream(file)).await;
    let outcome = match received {
        Ok(upload) if upload.sha256.is_some() => Ok((status, Json(upload.into_api()))),
        Ok(_) => Err(Refusal::InvalidRequest(
            "`file` is shorter than `size`".to_owned(),
        )),
        Err(refusal) => Err(refusal),
    };
    if outcome.is_err() {
        let removed = id.clone();
        state
            .store
            .run(move |transaction| uploads::remove(transaction, &removed))
            .await?;
        attachment_files::delete_files(&state.files_dir, vec![id]).await;
    }
    drop(lock);
    outcome
}

/// What is known about a file before its bytes are read.
enum Begun {
    /// The draft has the complete file already.
    Held(Attachment),
    /// The bytes may be written: the status of the response, the upload, and its lock.
    Started(StatusCode, Upload, UploadLock),
}

/// Checks the file against the limits, stores its upload, and locks it.
async fn begin(
    state: &AppState,
    citizen: &Citizen,
    draft_id: &str,
    metadata: &UploadMetadata,
    size: u64,
) -> Result<Begun, Refusal> {
    let upload = create::new_upload(state, draft_id, metadata, String::new(), size)?;
    let (status, upload) = create::begin_upload(state, citizen, upload).await?;
    if upload.sha256.is_some() {
        return Ok(Begun::Held(upload.into_api()));
    }
    let lock = state
        .upload_locks
        .try_lock(&upload.id)
        .ok_or(Refusal::UploadLocked)?;
    Ok(Begun::Started(status, upload, lock))
}

/// Reads the bytes of a file that isn't stored, at most as many as a file may have. If the connection were closed at
/// once, the client would get a connection reset instead of the response.
async fn drain(mut file: Field<'static>, state: &AppState) {
    let mut bytes: u64 = 0;
    while bytes <= state.config.uploads.max_bytes {
        match file.chunk().await {
            Ok(Some(chunk)) => bytes = bytes.saturating_add(chunk.len() as u64),
            _ => return,
        }
    }
}

/// The fields of the form. The bytes of the file haven't been read yet.
struct FileFields {
    metadata: UploadMetadata,
    size: u64,
    file: Field<'static>,
}

/// Reads the fields before the file.
async fn read_fields(mut multipart: Multipart<'static>) -> Result<FileFields, Refusal> {
    let mut component = None;
    let mut file_id = None;
    let mut size = None;
    for _ in 0..MAX_FIELDS {
        let field = multipart.next_field().await.map_err(malformed)?;
        let field = field.ok_or_else(|| missing("file"))?;
        let value = match field.name() {
            Some("component") => &mut component,
            Some("file_id") => &mut file_id,
            Some("size") => &mut size,
            Some("file") => {
                let metadata = UploadMetadata {
                    file_name: to_nfc(field.file_name().ok_or_else(|| missing("filename"))?),
                    file_type: field.content_type().map(ToString::to_string),
                    component: component.ok_or_else(|| missing("component"))?,
                    file_id: file_id.ok_or_else(|| missing("file_id"))?,
                };
                let size: String = size.ok_or_else(|| missing("size"))?;
                upload_metadata::check(&metadata)
                    .map_err(|error| Refusal::InvalidRequest(error.to_string()))?;
                return Ok(FileFields {
                    metadata,
                    size: u64::from_str(&size).map_err(malformed)?,
                    file: field,
                });
            }
            _ => continue,
        };
        *value = Some(to_nfc(&field.text().await.map_err(malformed)?));
    }
    Err(missing("file"))
}

fn missing(name: &str) -> Refusal {
    Refusal::InvalidRequest(format!(
        "the form lacks `{name}` before the end of the file"
    ))
}

fn malformed(error: impl core::fmt::Display) -> Refusal {
    Refusal::InvalidRequest(format!("the form is malformed: {error}"))
}
