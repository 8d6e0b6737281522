//! «Đăng nhập»: identifier and password, then a code (R4.2–R4.4). An identifier without an account costs
//! the same work and gets the same answer as a wrong password.
//!
//! A try counts as wrong from before its password is compared until it has proved right: comparing takes
//! long, and as many tries as anybody sends at once must not all be made on one count.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::account::SignIn;
use contract::challenge::Challenge;
use contract::limits::PASSWORD_MAX_CHARS;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, Beginning};
use crate::refusal::Refusal;
use crate::request::{Body, nfc};
use crate::state::AppState;
use crate::tries::{self, Limit};

/// Wrong passwords that one identifier bears.
const WRONG_PASSWORDS: Limit = Limit {
    most: 10,
    seconds: 600,
};

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
            tries::count(transaction, identifier_hash, &WRONG_PASSWORDS, now)?;
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
        .run(move |transaction| tries::forget(transaction, identifier_hash))
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
