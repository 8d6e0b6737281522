//! «Đăng ký» by phone: a slip, a code, a password (R0.9–R0.12).
//!
//! A citizen id or phone that has an account already gets the same challenge as any other, but its
//! message says so and holds no code. Only who holds the phone learns it, and no password can be changed
//! this way.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contract::account::{Challenge, NewPassword, Purpose, Registration};
use contract::limits::NAME_CHARS;
use domain::format;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, Beginning};
use super::{password, session};
use crate::refusal::Refusal;
use crate::request::{Body, Path, nfc};
use crate::state::AppState;

/// A right code allows to set the password for so long.
const ANSWERED_SECONDS: i64 = 15 * 60;

/// `POST /registrations`.
pub(super) async fn begin(
    State(state): State<AppState>,
    Body(slip): Body<Registration>,
) -> Result<(StatusCode, Json<Challenge>), Refusal> {
    let slip = check(slip)?;
    let within = state.clone();
    let (challenge, message) = state
        .store
        .run(move |transaction| {
            let beginning = if is_taken(transaction, &slip.citizen_id, &slip.phone)? {
                Beginning::AccountExists
            } else {
                Beginning::Registration(slip.name, slip.citizen_id)
            };
            challenge::begin(transaction, &within, &slip.phone, beginning)
        })
        .await?;
    message.send(&state).await?;
    Ok((StatusCode::CREATED, Json(challenge)))
}

/// `POST /challenges/{id}/password`.
pub(super) async fn finish(
    State(state): State<AppState>,
    Path(id): Path<String>,
    Body(chosen): Body<NewPassword>,
) -> Result<Response, Refusal> {
    let password = password::check(&chosen.password)?;
    let (within, challenge) = (state.clone(), id.clone());
    // Before the costly hash, so that a guessed id costs nothing.
    let ready =
        move |transaction: &Transaction<'_>| await_password(transaction, &within, &challenge);
    state.store.run(ready).await?;
    let hash = state.passwords.hash(password).await?;
    let within = state.clone();
    let begun = state
        .store
        .run(move |transaction| {
            let slip = await_password(transaction, &within, &id)?;
            if is_taken(transaction, &slip.citizen_id, &slip.phone)? {
                // Another registration of the same person has been quicker: this one is void, and a
                // new one will be told by message that the account exists.
                return Err(Refusal::CodeExpired);
            }
            let account_id = insert(transaction, &slip, &hash, within.clock.now())?;
            transaction.execute("DELETE FROM challenges WHERE id = ?1", [id])?;
            session::begin(transaction, &within, account_id)
        })
        .await?;
    let cookie = begun.cookie(&state.config);
    Ok((StatusCode::CREATED, cookie, Json(begun.session)).into_response())
}

/// Creates an account without a code: the ready account of a demonstration. Does nothing where the
/// citizen id or the phone is taken.
pub async fn create_account(
    state: &AppState,
    slip: Registration,
    password: &str,
) -> Result<(), Refusal> {
    let slip = check(slip)?;
    let hash = state.passwords.hash(password::check(password)?).await?;
    let now = state.clock.now();
    state
        .store
        .run(move |transaction| {
            if !is_taken(transaction, &slip.citizen_id, &slip.phone)? {
                insert(transaction, &slip, &hash, now)?;
            }
            Ok(())
        })
        .await
}

fn check(slip: Registration) -> Result<Registration, Refusal> {
    let name = nfc(&slip.name);
    if slip.name.chars().count() > NAME_CHARS {
        return Err(Refusal::invalid_property("/name", "maxLength"));
    }
    let name = format::person_name(&name)
        .map_err(|_| Refusal::invalid_property("/name", "person-name"))?;
    if format::identity_number(&slip.citizen_id).as_ref() != Ok(&slip.citizen_id) {
        return Err(Refusal::invalid_property("/citizen_id", "identity-number"));
    }
    if format::phone(&slip.phone).as_ref() != Ok(&slip.phone) {
        return Err(Refusal::invalid_property("/phone", "vn-phone"));
    }
    Ok(Registration { name, ..slip })
}

fn await_password(
    transaction: &Transaction<'_>,
    state: &AppState,
    id: &str,
) -> Result<Registration, Refusal> {
    let open = challenge::load(transaction, state, id)?;
    if open.purpose() != Purpose::Registration {
        return Err(Refusal::NotFound);
    }
    if !open.answered {
        return Err(Refusal::ChallengeOpen);
    }
    transaction
        .query_row(
            "SELECT name, citizen_id, phone FROM challenges WHERE id = ?1 AND answered_at > ?2",
            params![id, state.clock.now() - ANSWERED_SECONDS],
            |row| {
                Ok(Registration {
                    name: row.get(0)?,
                    citizen_id: row.get(1)?,
                    phone: row.get(2)?,
                })
            },
        )
        .optional()?
        .ok_or(Refusal::CodeExpired)
}

fn is_taken(transaction: &Transaction<'_>, citizen_id: &str, phone: &str) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM accounts WHERE citizen_id = ?1 OR phone = ?2)",
        params![citizen_id, phone],
        |row| row.get(0),
    )?)
}

fn insert(
    transaction: &Transaction<'_>,
    slip: &Registration,
    password_hash: &str,
    now: i64,
) -> Result<i64, Refusal> {
    transaction.execute(
        "INSERT INTO accounts (name, citizen_id, phone, password_hash, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![slip.name, slip.citizen_id, slip.phone, password_hash, now],
    )?;
    Ok(transaction.last_insert_rowid())
}
