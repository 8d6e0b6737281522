//! The citizen asks to withdraw a dossier («Rút hồ sơ»). The office then agrees or refuses. For a group, the request
//! concerns every part that can still be withdrawn.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use contract::dossier::{Dossier, DossierStatus, NewWithdrawal};
use contract::limits::LONG_TEXT_CHARS;
use domain::format::parse_text;
use domain::status::Actor;
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::lapse;
use super::part_store;
use super::repeatable_requests;
use super::transition::{self, StatusChange};
use crate::auth::extractors::Citizen;
use crate::http::extract::{JsonBody, Path, to_nfc};
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /dossiers/{code}/withdrawal`: asks to withdraw a dossier, and returns it. 409 if it can't be withdrawn.
pub(super) async fn withdraw_dossier(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    headers: HeaderMap,
    JsonBody(withdrawal): JsonBody<NewWithdrawal>,
) -> Result<Json<Dossier>, Refusal> {
    let request = IdempotentRequest::from_headers(&headers, &code, &withdrawal)?;
    let reason = parse_text(&to_nfc(&withdrawal.reason), LONG_TEXT_CHARS)
        .map_err(|_| Refusal::invalid_property("/reason", "minLength"))?;
    let within = state.clone();
    let dossier = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &within)?;
        let account_id = citizen.account_id;
        let dossier = dossier_store::find(transaction, account_id, &code)?;
        if repeatable_requests::find(transaction, account_id, &request)?.is_none() {
            request_withdrawal(transaction, &within, dossier, &reason)?;
            repeatable_requests::remember_request(transaction, account_id, &request, None)?;
        }
        dossier_store::find(transaction, account_id, &code)?.into_api(transaction, &within)
    });
    Ok(Json(dossier.await?))
}

fn request_withdrawal(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    reason: &str,
) -> Result<(), Refusal> {
    let status = dossier.status;
    let withdrawable = withdrawable(transaction, dossier)?;
    if withdrawable.is_empty() {
        return Err(Refusal::ImpossibleMove {
            from: status,
            to: DossierStatus::WithdrawalRequested,
        });
    }
    for dossier in withdrawable {
        let change = StatusChange {
            to: DossierStatus::WithdrawalRequested,
            by: Actor::Citizen,
            action: None,
            note: Some(reason.to_owned()),
            is_announced: true,
        };
        transition::change_status(transaction, state, dossier, change)?;
    }
    Ok(())
}

/// Whether the citizen may ask to withdraw the dossier, or a part of it.
pub(super) fn can_withdraw(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<bool, Refusal> {
    Ok(!withdrawable(transaction, dossier.clone())?.is_empty())
}

/// The dossier if it can be withdrawn. For a group, all parts that can be withdrawn.
fn withdrawable(
    transaction: &Transaction<'_>,
    dossier: StoredDossier,
) -> Result<Vec<StoredDossier>, Refusal> {
    let parts = part_store::load_parts(transaction, &dossier.receipt.code)?;
    let candidates: Vec<StoredDossier> = match parts.is_empty() {
        true => vec![dossier],
        false => parts.into_iter().map(|part| part.dossier).collect(),
    };
    let mut withdrawable = Vec::new();
    for candidate in candidates {
        if transition::can_be_withdrawn(transaction, &candidate)? {
            withdrawable.push(candidate);
        }
    }
    Ok(withdrawable)
}
