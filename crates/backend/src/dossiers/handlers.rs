//! Handlers that return a dossier or its receipt.

use axum::Json;
use axum::extract::State;
use contract::dossier::Dossier;
use contract::receipt::Receipt;

use super::{dossier_store, lapse};
use crate::auth::extractors::Citizen;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `GET /dossiers/{code}`: returns a dossier.
pub(super) async fn read_dossier(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
) -> Result<Json<Dossier>, Refusal> {
    let within = state.clone();
    let dossier = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &within)?;
        let dossier = dossier_store::find(transaction, citizen.account_id, &code)?;
        dossier.into_api(transaction, &within)
    });
    Ok(Json(dossier.await?))
}

/// `GET /dossiers/{code}/receipt`: returns the receipt exactly as it was issued. For a part of a group, returns the
/// receipt of the group.
pub(super) async fn read_receipt(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
) -> Result<Json<Receipt>, Refusal> {
    let dossier = state.store.run(move |transaction| {
        let dossier = dossier_store::find(transaction, citizen.account_id, &code)?;
        match &dossier.whole {
            Some(whole) => dossier_store::find(transaction, citizen.account_id, whole),
            None => Ok(dossier),
        }
    });
    Ok(Json(dossier.await?.receipt))
}
