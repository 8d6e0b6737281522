//! Creation of an upload (tus 1.0, creation extension). Invalid files are refused before the client sends any bytes: an
//! empty or too large file, a component that accepts no file, or a component that already has the maximum number of
//! files. If the same file is created twice, the second response contains the same upload.

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::endpoints::{HEAD_UPLOAD, POST_UPLOAD};
use contract::procedure::{AttachmentRequirement, Component};
use domain::file_kind::sanitize_file_name;
use rusqlite::Transaction;

use super::tus;
use super::upload_metadata::{self, UploadMetadata};
use crate::auth::extractors::Citizen;
use crate::auth::random;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::drafts::StoredDraft;
use crate::store::rate_limit::{self, RateLimit};
use crate::store::uploads::{self, Upload};
use crate::store::{draft_expiry, drafts, free_space};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// `POST /drafts/{id}/uploads`: creates an upload. 201 for a new upload. If the draft already has an upload with the
/// same `file_id`, length and component, 200 with the `Location` of that upload.
pub(super) async fn create_upload(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(draft_id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    tus::require_version(&headers)?;
    let size = tus::parse_bytes(&headers, &tus::LENGTH)?;
    let header = headers
        .get(tus::METADATA)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let metadata = upload_metadata::parse(header)
        .map_err(|error| Refusal::InvalidRequest(error.to_string()))?;
    let upload_request = new_upload(&state, &draft_id, &metadata, header.to_owned(), size)?;
    let (status, upload) = begin_upload(&state, &citizen, upload_request).await?;
    let location = with_request_prefix(
        uri.path(),
        &POST_UPLOAD.url(&[&draft_id]),
        &HEAD_UPLOAD.url(&[&upload.id]),
    );
    let headers = [
        (header::LOCATION, location),
        (tus::OFFSET, upload.received.to_string()),
        (
            tus::EXPIRES,
            tus::http_date(draft_expiry::deleted_at(upload.draft_updated_at)),
        ),
    ];
    Ok((status, headers).into_response())
}

/// The upload of a file of which no byte has arrived. `header` is the value of `Upload-Metadata`.
pub(super) fn new_upload(
    state: &AppState,
    draft_id: &str,
    metadata: &UploadMetadata,
    header: String,
    size: u64,
) -> Result<Upload, Refusal> {
    Ok(Upload {
        id: random::id()?,
        draft_id: draft_id.to_owned(),
        file_id: metadata.file_id.clone(),
        component: metadata.component.clone(),
        name: sanitize_file_name(&metadata.file_name),
        media_type: declared_type(metadata, state),
        metadata: header,
        size,
        received: 0,
        sha256: None,
        draft_updated_at: state.clock.now(),
    })
}

/// Stores an upload of which no byte has arrived: 201. If the draft already has an upload with the same `file_id`, size
/// and component, returns that one: 200.
pub(super) async fn begin_upload(
    state: &AppState,
    citizen: &Citizen,
    upload_request: Upload,
) -> Result<(StatusCode, Upload), Refusal> {
    let app_state = state.clone();
    let account_id = citizen.account_id;
    state
        .store
        .run(move |transaction| {
            let now = app_state.clock.now();
            let draft = drafts::find(transaction, account_id, &upload_request.draft_id, now)?;
            let existing = uploads::list(transaction, &draft.id)?;
            if let Some(same_file) = existing
                .iter()
                .find(|upload| upload.file_id == upload_request.file_id)
            {
                let same = same_file.size == upload_request.size
                    && same_file.component == upload_request.component;
                return same
                    .then(|| (StatusCode::OK, same_file.clone()))
                    .ok_or(Refusal::IdempotencyConflict);
            }
            validate(
                &upload_request,
                &existing,
                &requested_components(&draft, &app_state),
                &app_state,
            )?;
            check_space(transaction, &app_state, account_id, upload_request.size)?;
            count_upload(transaction, &app_state, account_id, now)?;
            uploads::insert(transaction, &upload_request)?;
            drafts::touch(transaction, &draft.id, now)?;
            Ok((StatusCode::CREATED, upload_request))
        })
        .await
}

/// The components to which files of this draft belong: those of the reply, or of the procedure.
fn requested_components(draft: &StoredDraft, state: &AppState) -> Vec<Component> {
    if let Some(reply) = &draft.reply {
        return reply.components.clone();
    }
    let procedure = state.data.procedure(&draft.procedure).into_iter();
    let groups = procedure.flat_map(|procedure| &procedure.component_groups);
    groups.flat_map(|group| group.components.clone()).collect()
}

/// Checks the size of the file, the component, and the number of files that the component already has.
fn validate(
    upload_request: &Upload,
    existing: &[Upload],
    components: &[Component],
    state: &AppState,
) -> Result<(), Refusal> {
    let limits = &state.config.uploads;
    if upload_request.size == 0 {
        return Err(Refusal::FileEmpty);
    }
    if upload_request.size > limits.max_bytes {
        return Err(Refusal::FileTooLarge);
    }
    let accepts_files = components.iter().any(|component| {
        component.code == upload_request.component
            && component.attach != AttachmentRequirement::Nothing
    });
    if !accepts_files {
        return Err(Refusal::invalid_property("/component", "takes-files"));
    }
    let files_of_component = existing
        .iter()
        .filter(|upload| upload.component == upload_request.component)
        .count();
    if files_of_component >= limits.max_files as usize {
        return Err(Refusal::TooManyFiles);
    }
    Ok(())
}

/// Refuses an upload for which the account or the disk has no space left.
fn check_space(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    size: u64,
) -> Result<(), Refusal> {
    let unsent = uploads::unsent_bytes(transaction, account_id)?;
    if unsent.saturating_add(size) > state.config.filing.unsent_bytes {
        return Err(Refusal::QuotaExceeded);
    }
    let free = free_space::free_bytes(&state.files_dir)?;
    if free < size.saturating_add(state.config.disk_reserve) {
        return Err(Refusal::internal(
            "the disk of the data folder is nearly full: uploads are refused",
        ));
    }
    Ok(())
}

/// Counts an upload towards the limits of the account.
fn count_upload(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    now: i64,
) -> Result<(), Refusal> {
    let account = account_id.to_string();
    let limits = &state.config.filing;
    for (purpose, max, seconds) in [
        ("uploads-begun", limits.uploads_an_hour, HOUR),
        ("uploads-of-a-day", limits.uploads_a_day, DAY),
    ] {
        let key = state.secret.hash(purpose, &[&account]);
        let limit = RateLimit {
            max,
            seconds,
            is_shared: false,
        };
        rate_limit::record_attempt(transaction, key, &limit, now)?;
    }
    Ok(())
}

/// The media type to show until the content of the file is known. It is the declared type if the portal accepts this
/// type, otherwise a generic type.
fn declared_type(metadata: &UploadMetadata, state: &AppState) -> String {
    let declared = metadata.file_type.as_ref();
    declared
        .filter(|declared| state.config.uploads.media_types.contains(declared))
        .cloned()
        .unwrap_or_else(|| "application/octet-stream".to_owned())
}

/// Adds the path prefix of the request to `target`. A proxy may serve the portal below a prefix. `unprefixed` is the
/// request path without the prefix.
fn with_request_prefix(request_path: &str, unprefixed: &str, target: &str) -> String {
    format!(
        "{}{target}",
        request_path.strip_suffix(unprefixed).unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_location_of_an_upload_keeps_the_portals_path_prefix() {
        let unprefixed = POST_UPLOAD.url(&["d1"]);
        let request_path = format!("/portal/api{unprefixed}");
        assert_eq!(
            with_request_prefix(&request_path, &unprefixed, "/uploads/u1"),
            "/portal/api/uploads/u1"
        );
    }
}
