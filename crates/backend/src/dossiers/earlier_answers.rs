//! The answers that the citizen last gave to a form. The app offers to reuse them, so that the citizen needn't type
//! them again. This requires the citizen's consent.
//!
//! Only dossiers of the same account are used. Declarations of a group's parts are excluded, because the citizen didn't
//! type them. Dossiers that the citizen filed to help another person are excluded as well.

use axum::Json;
use axum::extract::State;
use contract::draft::ForWhom;
use contract::earlier_answers::EarlierAnswers;
use rusqlite::{OptionalExtension, params};

use super::dossier_store;
use crate::auth::extractors::Citizen;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents::{self, REUSE_ANSWERS};

/// `GET /forms/{key}/earlier`: returns the earlier answers. `null` if there are none or the consent isn't given, 404
/// for an unknown form.
pub(super) async fn read_earlier_answers(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(key): Path<String>,
) -> Result<Json<Option<EarlierAnswers>>, Refusal> {
    state.data.form(&key).ok_or(Refusal::NotFound)?;
    let helped = serde_json::to_string(&ForWhom::Helped)?;
    let data = state.data.clone();
    let earlier = state.store.run(move |transaction| {
        let account_id = citizen.account_id;
        if !consents::is_given(transaction, &data, account_id, REUSE_ANSWERS)? {
            return Ok(None);
        }
        let latest: Option<String> = transaction
            .query_row(
                "SELECT code FROM dossiers WHERE account_id = ?1 AND form = ?2 AND for_whom <> ?3
                     AND code NOT IN (SELECT code FROM dossier_parts)
                 ORDER BY rowid DESC LIMIT 1",
                params![account_id, key, helped],
                |row| row.get(0),
            )
            .optional()?;
        let Some(code) = latest else {
            return Ok(None);
        };
        let dossier = dossier_store::find(transaction, account_id, &code)?;
        Ok(Some(EarlierAnswers {
            code,
            sent_at: dossier.receipt.sent_at,
            for_whom: dossier.for_whom,
            answers: dossier.answers,
        }))
    });
    Ok(Json(earlier.await?))
}
