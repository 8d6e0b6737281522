//! The officer records how a result was handed over.

use axum::extract::{Form, State};
use axum::response::Response;
use contract::dossier::{DossierStatus, HandoverChannel};
use contract::limits::TEXT_CHARS;
use domain::format::parse_one_line_text;
use domain::status::Actor;
use rusqlite::Transaction;
use serde::Deserialize;

use super::desk::DecisionOutcome;
use super::handlers::respond;
use crate::dossiers::transition::{self, StatusChange};
use crate::dossiers::{dossier_store, part_store, result_store};
use crate::http::extract::{Path, to_nfc};
use crate::notices::outbox;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The body of the form.
#[derive(Deserialize)]
pub(super) struct HandoverForm {
    channel: HandoverChannel,
    #[serde(default)]
    note: String,
}

/// `POST /demo/dossiers/{code}/handover`: records the hand-over and redirects to `/demo`.
pub(super) async fn post_handover(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(form): Form<HandoverForm>,
) -> Result<Response, Refusal> {
    let note = match form.note.trim() {
        "" => Ok(None),
        note => parse_one_line_text(&to_nfc(note), TEXT_CHARS).map(Some),
    };
    let (Ok(note), false) = (note, matches!(form.channel, HandoverChannel::Other(_))) else {
        let error = "Ghi chú về việc giao kết quả dài quá hoặc có ký tự lạ.";
        return respond(&state, DecisionOutcome::Invalid(error)).await;
    };
    let within = state.clone();
    let outcome = state.store.run(move |transaction| {
        hand_over(transaction, &within, &code, form.channel, note.as_deref())
    });
    let outcome = outcome.await?;
    respond(&state, outcome).await
}

/// Records the hand-over. A dossier whose result is ready becomes «Đã trả kết quả».
fn hand_over(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    channel: HandoverChannel,
    note: Option<&str>,
) -> Result<DecisionOutcome, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, code)?;
    let is_group = !part_store::load_parts(transaction, code)?.is_empty();
    let is_recorded = result_store::find_handover(transaction, code)?.is_some();
    let status = dossier.status;
    if is_group
        || is_recorded
        || !matches!(status, DossierStatus::Processed | DossierStatus::Returned)
    {
        return Ok(DecisionOutcome::NotOpen);
    }
    result_store::record_handover(transaction, code, channel, note, state.clock.now())?;
    if status == DossierStatus::Returned {
        // The citizen has been told about the result already.
        let account_id = dossier_store::owner(transaction, code)?;
        outbox::announce_dossier(transaction, state, account_id, code)?;
        return Ok(DecisionOutcome::Applied);
    }
    let change = StatusChange {
        to: DossierStatus::Returned,
        by: Actor::Officer,
        action: None,
        note: None,
        is_announced: true,
    };
    transition::change_status(transaction, state, dossier, change)?;
    Ok(DecisionOutcome::Applied)
}
