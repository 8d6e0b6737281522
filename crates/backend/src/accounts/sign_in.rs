//! «Đăng nhập»: identifier and password, then a code (R4.2–R4.4). An identifier without an account costs
//! the same work and gets the same answer as a wrong password.
//!
//! A try counts as wrong from before its password is compared until it has proved right: comparing takes
//! long, and as many tries as anybody sends at once must not all be made on one count.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::account::{Challenge, SignIn};
use contract::limits::PASSWORD_MAX_CHARS;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, Beginning};
use crate::refusal::Refusal;
use crate::request::{Body, nfc};
use crate::state::AppState;

/// Wrong passwords one identifier bears in [`WINDOW_SECONDS`].
const WRONG_PASSWORDS: u32 = 10;
/// Wrong passwords are counted over so long; the citizen is never locked out for longer.
const WINDOW_SECONDS: i64 = 600;

struct Account {
    id: i64,
    phone: String,
    password_hash: String,
}

/// `POST /sign-ins`.
pub(super) async fn begin(
    State(state): State<AppState>,
    Body(sign_in): Body<SignIn>,
) -> Result<(StatusCode, Json<Challenge>), Refusal> {
    check(&sign_in)?;
    let identifier = sign_in.identifier;
    let identifier_hash = state.secret.hash("identifier", &[&identifier]);
    let now = state.clock.now();
    let account = state
        .store
        .run(move |transaction| {
            count_try(transaction, identifier_hash, now)?;
            find(transaction, &identifier)
        })
        .await?;
    let known = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let matches = state
        .passwords
        .matches(nfc(&sign_in.password), known)
        .await?;
    let account = account
        .filter(|_| matches)
        .ok_or(Refusal::WrongCredentials)?;
    // Apart from the challenge: the password was right even if the phone has had its share of messages.
    state
        .store
        .run(move |transaction| forget_tries(transaction, identifier_hash))
        .await?;
    let within = state.clone();
    let (challenge, message) = state
        .store
        .run(move |transaction| {
            let beginning = Beginning::SignIn(account.id);
            challenge::begin(transaction, &within, &account.phone, beginning)
        })
        .await?;
    message.send(&state).await?;
    Ok((StatusCode::CREATED, Json(challenge)))
}

fn check(sign_in: &SignIn) -> Result<(), Refusal> {
    let identifier = &sign_in.identifier;
    let digits = identifier.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !(9..=12).contains(&identifier.len()) {
        return Err(Refusal::invalid_property("/identifier", "pattern"));
    }
    match sign_in.password.chars().count() {
        0 => Err(Refusal::invalid_property("/password", "minLength")),
        chars if chars > PASSWORD_MAX_CHARS => {
            Err(Refusal::invalid_property("/password", "maxLength"))
        }
        _ => Ok(()),
    }
}

fn find(transaction: &Transaction<'_>, identifier: &str) -> Result<Option<Account>, Refusal> {
    Ok(transaction
        .query_row(
            "SELECT id, phone, password_hash FROM accounts WHERE citizen_id = ?1 OR phone = ?1",
            params![identifier],
            |row| {
                Ok(Account {
                    id: row.get(0)?,
                    phone: row.get(1)?,
                    password_hash: row.get(2)?,
                })
            },
        )
        .optional()?)
}

/// Counts one more try, or refuses it while there have been too many.
fn count_try(
    transaction: &Transaction<'_>,
    identifier_hash: [u8; 32],
    now: i64,
) -> Result<(), Refusal> {
    let (wrong, first): (u32, Option<i64>) = transaction.query_row(
        "SELECT count(*), min(at) FROM wrong_passwords WHERE identifier_hash = ?1 AND at > ?2",
        params![identifier_hash, now - WINDOW_SECONDS],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if wrong < WRONG_PASSWORDS {
        transaction.execute(
            "INSERT INTO wrong_passwords (identifier_hash, at) VALUES (?1, ?2)",
            params![identifier_hash, now],
        )?;
        return Ok(());
    }
    let wait = first.map_or(WINDOW_SECONDS, |first| first + WINDOW_SECONDS - now);
    Err(Refusal::TooManyRequests {
        retry_after_seconds: u32::try_from(wait).unwrap_or(1),
    })
}

/// A right password clears its own try and the wrong ones before it.
fn forget_tries(transaction: &Transaction<'_>, identifier_hash: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM wrong_passwords WHERE identifier_hash = ?1",
        params![identifier_hash],
    )?;
    Ok(())
}
