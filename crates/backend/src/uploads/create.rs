//! Creation of an upload (tus 1.0, creation extension). Invalid files are rejected here, before the client sends any bytes:
//! an empty or too large file, a component that accepts no file, or one that has the maximum number of files. Creating the
//! same file twice returns the same upload.

use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::endpoints::{HEAD_UPLOAD, POST_UPLOAD};
use contract::procedure::{AttachmentRequirement, Procedure};
use domain::file_kind::clean_file_name;

use super::tus;
use super::upload_metadata::{self, UploadMetadata};
use crate::auth::extractors::Citizen;
use crate::auth::random;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};
use crate::store::uploads::{self, Upload};
use crate::store::{draft_expiry, drafts};

const HOUR: i64 = 3600;

/// `POST /drafts/{id}/uploads`: 201 for a new upload, 200 with the same `Location` for a repeated `file_id` with the same
/// length and component.
pub(super) async fn create(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(draft_id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    tus::require_version(&headers)?;
    let size = tus::bytes(&headers, &tus::LENGTH)?;
    let header = headers
        .get(tus::METADATA)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let said = upload_metadata::parse(header)
        .map_err(|error| Refusal::InvalidRequest(error.to_string()))?;
    let began = Upload {
        id: random::id()?,
        draft_id: draft_id.clone(),
        file_id: said.file_id.clone(),
        component: said.component.clone(),
        name: clean_file_name(&said.file_name),
        media_type: declared_type(&said, &state),
        metadata: header.to_owned(),
        size,
        received: 0,
        sha256: None,
        draft_updated_at: state.clock.now(),
    };
    let app_state = state.clone();
    let (status, upload) = state
        .store
        .run(move |transaction| {
            let now = app_state.clock.now();
            let draft = drafts::find(transaction, citizen.account_id, &began.draft_id, now)?;
            let held = uploads::list(transaction, &draft.id)?;
            if let Some(again) = held.iter().find(|upload| upload.file_id == began.file_id) {
                let same = again.size == began.size && again.component == began.component;
                return same
                    .then(|| (StatusCode::OK, again.clone()))
                    .ok_or(Refusal::IdempotencyConflict);
            }
            accept(
                &began,
                &held,
                app_state.data.procedure(&draft.procedure),
                &app_state,
            )?;
            let account = citizen.account_id.to_string();
            let begun_by = app_state.secret.hash("uploads-begun", &[&account]);
            let an_hour = RateLimit {
                max: app_state.config.filing.uploads_an_hour,
                seconds: HOUR,
            };
            rate_limit::record_attempt(transaction, begun_by, &an_hour, now)?;
            uploads::insert(transaction, &began)?;
            drafts::touch(transaction, &draft.id, now)?;
            Ok((StatusCode::CREATED, began))
        })
        .await?;
    let location = beside(
        uri.path(),
        &POST_UPLOAD.url(&[&draft_id]),
        &HEAD_UPLOAD.url(&[&upload.id]),
    );
    let about = [
        (header::LOCATION, location),
        (tus::OFFSET, upload.received.to_string()),
        (
            tus::EXPIRES,
            tus::http_date(draft_expiry::deleted_at(upload.draft_updated_at)),
        ),
    ];
    Ok((status, about).into_response())
}

fn accept(
    began: &Upload,
    held: &[Upload],
    procedure: Option<&Procedure>,
    state: &AppState,
) -> Result<(), Refusal> {
    let limits = &state.config.uploads;
    if began.size == 0 {
        return Err(Refusal::FileEmpty);
    }
    if began.size > limits.max_bytes {
        return Err(Refusal::FileTooLarge);
    }
    let takes_files = procedure
        .into_iter()
        .flat_map(|procedure| &procedure.component_groups)
        .flat_map(|group| &group.components)
        .any(|component| {
            component.code == began.component && component.attach != AttachmentRequirement::Nothing
        });
    if !takes_files {
        return Err(Refusal::invalid_property("/component", "takes-files"));
    }
    let beside_it = held
        .iter()
        .filter(|upload| upload.component == began.component)
        .count();
    if beside_it >= limits.max_files as usize {
        return Err(Refusal::TooManyFiles);
    }
    Ok(())
}

/// The media type to show until the content is known: the declared type if the portal accepts it, otherwise a generic one.
fn declared_type(said: &UploadMetadata, state: &AppState) -> String {
    let declared = said.file_type.as_ref();
    declared
        .filter(|declared| state.config.uploads.media_types.contains(declared))
        .cloned()
        .unwrap_or_else(|| "application/octet-stream".to_owned())
}

/// The path of `target` with the path prefix of the request, in case a proxy serves the portal below a prefix. `asked` is
/// the request path, and `own` is the same path without the prefix.
fn beside(asked: &str, own: &str, target: &str) -> String {
    format!("{}{target}", asked.strip_suffix(own).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_location_of_an_upload_keeps_the_portals_path_prefix() {
        let own = POST_UPLOAD.url(&["d1"]);
        let asked = format!("/portal/api{own}");
        assert_eq!(
            beside(&asked, &own, "/uploads/u1"),
            "/portal/api/uploads/u1"
        );
    }
}
