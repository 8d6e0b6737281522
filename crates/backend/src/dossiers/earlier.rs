//! What a citizen declared last on a form, so that nobody need type it a second time. Only what the same account has
//! sent; the declarations made for the parts of a group are none of his own typing. What was declared for
//! someone he helped is that person's and is never offered.

use axum::Json;
use axum::extract::State;
use contract::draft::ForWhom;
use contract::form::EarlierAnswers;
use rusqlite::{OptionalExtension, params};

use super::dossier_store;
use crate::refusal::Refusal;
use crate::request::Path;
use crate::signed_in::Citizen;
use crate::state::AppState;

/// `GET /forms/{key}/earlier`: null where nothing was sent yet for himself or his child, 404 for an unknown form.
pub(super) async fn read(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(key): Path<String>,
) -> Result<Json<Option<EarlierAnswers>>, Refusal> {
    state.data.form(&key).ok_or(Refusal::NotFound)?;
    let helped = serde_json::to_string(&ForWhom::Helped)?;
    let earlier = state.store.run(move |transaction| {
        let latest: Option<String> = transaction
            .query_row(
                "SELECT code FROM dossiers WHERE account_id = ?1 AND form = ?2 AND for_whom <> ?3
                     AND code NOT IN (SELECT code FROM dossier_parts)
                 ORDER BY rowid DESC LIMIT 1",
                params![citizen.account_id, key, helped],
                |row| row.get(0),
            )
            .optional()?;
        let Some(code) = latest else {
            return Ok(None);
        };
        let dossier = dossier_store::find(transaction, citizen.account_id, &code)?;
        Ok(Some(EarlierAnswers {
            code,
            sent_at: dossier.receipt.sent_at,
            for_whom: dossier.for_whom,
            answers: dossier.answers,
        }))
    });
    Ok(Json(earlier.await?))
}
