//! The officer attaches a result to a dossier. The file is stored exactly as it was attached, so that a digital
//! signature in it stays valid.

use axum::extract::multipart::Field;
use axum::extract::{Multipart, State};
use axum::response::Response;
use contract::dossier::{DossierStatus, ResultDocument, ResultFile};
use contract::limits::{COMPONENT_CODE_CHARS, DOSSIER_RESULTS, RESULT_BYTES, TEXT_CHARS};
use contract::portal::UploadLimits;
use contract::time::Day;
use domain::calendar::Date;
use domain::file_content::{check_file_content, read_signatures};
use domain::file_kind::{mend_file_name, sanitize_file_name};
use domain::format::parse_one_line_text;
use domain::sha256::sha256_hex;
use domain::status::Actor;
use rusqlite::Transaction;
use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;

use super::desk::DecisionOutcome;
use super::handlers::respond;
use super::outcome::can_attach;
use crate::auth::random;
use crate::dossiers::result_store::RESULT_COMPONENT;
use crate::dossiers::transition::{self, StatusChange};
use crate::dossiers::{dossier_store, file_store, notices, part_store, result_store};
use crate::http::extract::{Path, to_nfc};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{attachment_files, private_files};

/// The largest body of the form, in bytes: a file of the largest size, and the other fields.
pub(super) const MAX_BODY: usize = 41 * 1024 * 1024;

/// The form's fields.
#[derive(Default)]
struct ResultForm {
    name: String,
    number: String,
    issued_on: String,
    file_name: String,
    bytes: Vec<u8>,
}

/// `POST /demo/dossiers/{code}/results`: attaches a result and redirects to `/demo`.
pub(super) async fn attach_result(
    State(state): State<AppState>,
    Path(code): Path<String>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let Some((document, bytes)) = read_form(form)
        .await
        .and_then(|form| read_document(form, &state))
    else {
        let error = "Cần tên giấy tờ, ngày cấp và một tệp PDF, JPG hoặc PNG mở được, tối đa 40 MB.";
        return respond(&state, DecisionOutcome::Invalid(error)).await;
    };
    let file_id = document.file.id.clone();
    // The row comes first: a file without a row would be deleted.
    let (begun_code, begun_id) = (code.clone(), file_id.clone());
    state
        .store
        .run(move |transaction| {
            dossier_store::find_for_officer(transaction, &begun_code)?;
            file_store::begin_file(transaction, &begun_code, &begun_id, RESULT_COMPONENT)
        })
        .await?;
    let written = write_file(&state, &file_id, &bytes).await;
    let within = state.clone();
    let stored = state.store.run(move |transaction| match written {
        Ok(()) => store_result(transaction, &within, &code, &document),
        Err(error) => Err(error.into()),
    });
    let outcome = stored.await;
    if !matches!(outcome, Ok(DecisionOutcome::Applied)) {
        let id = file_id.clone();
        state
            .store
            .run(move |transaction| file_store::remove_incomplete(transaction, &id))
            .await?;
        attachment_files::delete_files(&state.files_dir, vec![file_id]).await;
    }
    respond(&state, outcome?).await
}

/// Reads the fields of the form. `None` if the form is malformed.
async fn read_form(mut form: Multipart) -> Option<ResultForm> {
    let mut read = ResultForm::default();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "file" => {
                read.file_name = field.file_name().unwrap_or_default().to_owned();
                read.bytes = read_bytes(field).await?;
            }
            "name" => read.name = field.text().await.ok()?,
            "number" => read.number = field.text().await.ok()?,
            "issued_on" => read.issued_on = field.text().await.ok()?,
            _ => {}
        }
    }
    Some(read)
}

/// Reads a file. `None` if it is larger than a result may be.
async fn read_bytes(mut field: Field<'_>) -> Option<Vec<u8>> {
    let max = usize::try_from(RESULT_BYTES).ok()?;
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.ok()? {
        if bytes.len() + chunk.len() > max {
            return None;
        }
        bytes.extend_from_slice(&chunk);
    }
    Some(bytes)
}

/// Checks the fields and the file. `None` if one of them can't be used.
fn read_document(form: ResultForm, state: &AppState) -> Option<(ResultDocument, Vec<u8>)> {
    let limits = UploadLimits {
        max_bytes: RESULT_BYTES,
        ..state.config.uploads.clone()
    };
    let kind = check_file_content(&form.bytes, &limits).ok()?;
    let number = match form.number.trim() {
        "" => None,
        number => Some(parse_one_line_text(&to_nfc(number), COMPONENT_CODE_CHARS).ok()?),
    };
    let document = ResultDocument {
        id: random::id().ok()?,
        name: parse_one_line_text(&to_nfc(&form.name), TEXT_CHARS).ok()?,
        number,
        issued_at: Day(Date::parse_iso(&form.issued_on)?.to_iso()),
        file: ResultFile {
            id: random::id().ok()?,
            name: mend_file_name(&sanitize_file_name(&to_nfc(&form.file_name)), kind),
            size: form.bytes.len() as u64,
            media_type: kind.media_type().to_owned(),
            sha256: sha256_hex(&form.bytes),
        },
        signatures: read_signatures(&form.bytes),
    };
    Some((document, form.bytes))
}

async fn write_file(state: &AppState, id: &str, bytes: &[u8]) -> std::io::Result<()> {
    let options = OpenOptions::from(private_files::new_file_options());
    let path = attachment_files::path(&state.files_dir, id);
    let mut file = options.open(path).await?;
    file.write_all(bytes).await?;
    file.sync_all().await
}

/// Stores the result. A dossier that is being processed is finished by its first result.
fn store_result(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    document: &ResultDocument,
) -> Result<DecisionOutcome, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, code)?;
    let results = result_store::list(transaction, code)?.len();
    let is_group = !part_store::load_parts(transaction, code)?.is_empty();
    if is_group || !can_attach(dossier.status) || results >= DOSSIER_RESULTS {
        return Ok(DecisionOutcome::NotOpen);
    }
    file_store::complete_file(transaction, &document.file)?;
    result_store::insert(transaction, code, document, state.clock.now())?;
    if dossier.status != DossierStatus::Processing {
        notices::announce_further_result(transaction, state, code)?;
        return Ok(DecisionOutcome::Applied);
    }
    let change = StatusChange {
        to: DossierStatus::Processed,
        by: Actor::Officer,
        action: None,
        note: None,
        is_announced: true,
    };
    transition::change_status(transaction, state, dossier, change)?;
    Ok(DecisionOutcome::Applied)
}
