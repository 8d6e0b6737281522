//! «Đăng ký» by phone: a slip, a code, a password (R0.9–R0.12).
//!
//! What has an account already gets the same challenge as anything else, but a message without a code,
//! and no password can be changed this way. A phone that has an account is told so: whoever reads it
//! there holds that phone. A citizen id that has an account with another phone is not said to have one:
//! the phone that was given hears only that this can't be registered and who helps, and the account's
//! own phone hears of the attempt.
//!
//! Who gives a phone of their own can still tell such a citizen id from a free one, because a free one
//! gets a code in the end. Silence would give away as much, and would leave alone those who mistyped
//! their number or have lost the phone of their account. So it is made slow, by the share of messages of
//! each phone, and it can't be done behind the owner's back.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contract::account::{Account, Registration, Verification};
use contract::challenge::{Challenge, NewPassword, Purpose};
use contract::limits::NAME_CHARS;
use domain::format;
use rusqlite::{OptionalExtension, Transaction, params};

use super::arrival::Arrival;
use super::challenge::{self, Beginning};
use super::{code, password, session};
use crate::account_store;
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
    let (challenge, message, warning) = state
        .store
        .run(move |transaction| {
            let mut warning = None;
            let beginning = match holder(transaction, &slip.citizen_id, &slip.phone)? {
                None => Beginning::Registration(slip.name, slip.citizen_id),
                Some(phone) if phone == slip.phone => Beginning::AccountExists,
                Some(owner) => {
                    // One warning an hour, or a stranger could flood her phone from any number of theirs.
                    let now = within.clock.now();
                    if !challenge::was_refused(transaction, &slip.citizen_id, now)? {
                        warning = Some(code::warn_owner(&within, owner));
                    }
                    Beginning::Unregistrable(slip.citizen_id)
                }
            };
            let (challenge, message) =
                challenge::begin(transaction, &within, &slip.phone, beginning)?;
            Ok((challenge, message, warning))
        })
        .await?;
    if let Some(warning) = warning {
        // Not waited for: two messages take longer than one, and that alone would tell everybody.
        let state = state.clone();
        tokio::spawn(async move {
            if warning.send(&state).await.is_err() {
                tracing::warn!("the owner of a citizen id wasn't told that somebody tried it");
            }
        });
    }
    message.send(&state).await?;
    Ok((StatusCode::CREATED, Json(challenge)))
}

/// `POST /challenges/{id}/password`.
pub(super) async fn finish(
    State(state): State<AppState>,
    Path(id): Path<String>,
    arrival: Arrival,
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
            if holder(transaction, &slip.citizen_id, &slip.phone)?.is_some() {
                // Another registration of the same person has been quicker: this one is void, and the
                // message of a new one will say what to do.
                return Err(Refusal::CodeExpired);
            }
            let account_id = insert(transaction, &slip, &hash, within.clock.now())?;
            transaction.execute("DELETE FROM challenges WHERE id = ?1", [id])?;
            session::begin_for(transaction, &within, account_id, &arrival)
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
            if holder(transaction, &slip.citizen_id, &slip.phone)?.is_none() {
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
                    organisation: None,
                    consents: Vec::new(),
                })
            },
        )
        .optional()?
        .ok_or(Refusal::CodeExpired)
}

/// The phone of the account that stands in the way: this phone where it has an account, whosesoever the
/// citizen id; else the phone of the citizen id's account.
fn holder(
    transaction: &Transaction<'_>,
    citizen_id: &str,
    phone: &str,
) -> Result<Option<String>, Refusal> {
    Ok(transaction
        .query_row(
            "SELECT phone FROM accounts WHERE citizen_id = ?1 OR phone = ?2
             ORDER BY phone = ?2 DESC LIMIT 1",
            params![citizen_id, phone],
            |row| row.get(0),
        )
        .optional()?)
}

fn insert(
    transaction: &Transaction<'_>,
    slip: &Registration,
    password_hash: &str,
    now: i64,
) -> Result<i64, Refusal> {
    let account = Account {
        name: slip.name.clone(),
        citizen_id: slip.citizen_id.clone(),
        phone: Some(slip.phone.clone()),
        verification: Verification::Phone,
        organisation: slip.organisation.clone(),
    };
    account_store::insert(transaction, &account, Some(password_hash), now)
}
