//! The citizen rates how a finished dossier was handled. The rating can be changed until the end of its day.

use axum::Json;
use axum::extract::State;
use contract::dossier::{DossierStatus, NewRating, Rating};
use contract::limits::{LONG_TEXT_CHARS, RATING_MAX, RATING_MIN};
use contract::time::Day;
use domain::calendar::VietnamTime;
use domain::format::parse_text;
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::{self, StoredDossier};
use super::part_store;
use crate::auth::extractors::Citizen;
use crate::clock::{self, timestamp};
use crate::http::extract::{JsonBody, Path, to_nfc};
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /dossiers/{code}/rating`: stores a rating, and returns it. 409 if the dossier can't be rated now.
pub(super) async fn rate(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    JsonBody(rating): JsonBody<NewRating>,
) -> Result<Json<Rating>, Refusal> {
    let broken_rule = match rating.stars {
        ..RATING_MIN => Some("minimum"),
        stars if stars > RATING_MAX => Some("maximum"),
        _ => None,
    };
    if let Some(rule) = broken_rule {
        return Err(Refusal::invalid_property("/stars", rule));
    }
    let comment = to_nfc(rating.comment.as_deref().unwrap_or_default().trim());
    let comment = match comment.is_empty() {
        true => None,
        false => {
            let valid = parse_text(&comment, LONG_TEXT_CHARS);
            Some(valid.map_err(|_| Refusal::invalid_property("/comment", "pattern"))?)
        }
    };
    let (now, today) = (state.clock.now(), clock::day(state.clock.today()));
    let stored = state.store.run(move |transaction| {
        let dossier = dossier_store::find(transaction, citizen.account_id, &code)?;
        let earlier = find(transaction, &code)?;
        if !can_rate(transaction, &dossier, earlier.as_ref(), &today)? {
            return Err(Refusal::NotPossibleNow);
        }
        transaction.execute(
            "INSERT INTO ratings (dossier_code, stars, comment, rated_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (dossier_code) DO UPDATE SET stars = ?2, comment = ?3",
            params![code, rating.stars, comment, now],
        )?;
        find(transaction, &code)?.ok_or(Refusal::NotFound)
    });
    Ok(Json(stored.await?))
}

/// Finds the rating of a dossier.
pub(crate) fn find(transaction: &Transaction<'_>, code: &str) -> Result<Option<Rating>, Refusal> {
    let rating = transaction.query_row(
        "SELECT stars, comment, rated_at FROM ratings WHERE dossier_code = ?1",
        [code],
        |row| {
            let rated_at: i64 = row.get(2)?;
            Ok(Rating {
                stars: row.get(0)?,
                comment: row.get(1)?,
                rated_at: timestamp(rated_at),
                changeable_until: Day(VietnamTime::at(rated_at).date.to_iso()),
            })
        },
    );
    Ok(rating.optional()?)
}

/// Whether the citizen may rate the dossier, or change the rating. A group isn't rated as a whole, because each of its
/// parts is handled by an agency of its own.
pub(super) fn can_rate(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    rating: Option<&Rating>,
    today: &Day,
) -> Result<bool, Refusal> {
    let is_finished = matches!(
        dossier.status,
        DossierStatus::Processed | DossierStatus::Returned
    );
    let is_open = rating.is_none_or(|rating| rating.changeable_until >= *today);
    let code = &dossier.receipt.code;
    Ok(is_finished && is_open && part_store::load_parts(transaction, code)?.is_empty())
}
