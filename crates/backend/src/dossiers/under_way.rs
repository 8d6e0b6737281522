//! What a citizen already has under way for one procedure: open drafts and running dossiers.

use axum::Json;
use axum::extract::State;
use contract::dossier::{DossierStatus, UnderWay};
use contract::limits::PAGE_SIZE;
use rusqlite::params;

use super::lapse;
use super::listing::AccountDossiers;
use crate::auth::extractors::Citizen;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::draft_expiry;

/// `GET /procedures/{code}/under-way`: returns the drafts, then the dossiers. 404 for an unknown procedure.
pub(super) async fn read_under_way(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(procedure): Path<String>,
) -> Result<Json<UnderWay>, Refusal> {
    state.data.procedure(&procedure).ok_or(Refusal::NotFound)?;
    let app_state = state.clone();
    let items = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &app_state)?;
        let list = AccountDossiers {
            transaction,
            state: &app_state,
            account_id: citizen.account_id,
        };
        let cutoff = draft_expiry::expiry_cutoff(app_state.clock.now());
        let mut drafts = transaction.prepare(
            "SELECT id FROM drafts WHERE account_id = ?1 AND procedure = ?2 AND updated_at >= ?3
                 AND reply_to IS NULL
             ORDER BY updated_at DESC, id LIMIT ?4",
        )?;
        let of_drafts = params![citizen.account_id, procedure, cutoff, PAGE_SIZE];
        let drafts = drafts.query_map(of_drafts, |row| row.get(0))?;
        let mut items = Vec::new();
        for id in drafts.collect::<Result<Vec<String>, _>>()? {
            items.push(list.draft_item(&id)?);
        }
        let mut dossiers = transaction.prepare(
            "SELECT code FROM dossiers
             WHERE account_id = ?1 AND json_extract(receipt, '$.procedure.key') = ?2
                 AND code NOT IN (SELECT code FROM dossier_parts)
                 AND status NOT IN (?3, ?4) AND NOT withdrawn
             ORDER BY updated_at DESC, code DESC LIMIT ?5",
        )?;
        let [rejected, returned] = [DossierStatus::Rejected, DossierStatus::Returned].map(u8::from);
        let left = (PAGE_SIZE as usize).saturating_sub(items.len());
        let of_dossiers = params![citizen.account_id, procedure, rejected, returned, left];
        let dossiers = dossiers.query_map(of_dossiers, |row| row.get(0))?;
        for code in dossiers.collect::<Result<Vec<String>, _>>()? {
            items.push(list.dossier_item(&code)?);
        }
        Ok(items)
    });
    Ok(Json(UnderWay {
        items: items.await?,
    }))
}
