//! A one-time code waiting for its answer: five tries in all, however many codes are sent. Whoever knows
//! the challenge's id may answer it, so the id can't be guessed and ends with the hour.

use axum::Json;
use axum::extract::State;
use contract::challenge::{Challenge, Purpose};
use domain::format::mask_phone;
use rusqlite::{OptionalExtension, Transaction, params};

use super::code::{self, Content, LIFE_SECONDS, Outgoing, RESEND_SECONDS};
use super::session;
use crate::random;
use crate::refusal::Refusal;
use crate::request::Path;
use crate::state::AppState;

/// Wrong answers a challenge bears.
const TRIES: u32 = 5;
/// A challenge is forgotten after so long.
const FORGOTTEN_SECONDS: i64 = 3600;

/// A challenge as the store keeps it.
pub(super) struct Open {
    pub(super) id: String,
    phone: String,
    pub(super) account_id: Option<i64>,
    pub(super) tries_left: u32,
    pub(super) answered: bool,
}

impl Open {
    pub(super) fn purpose(&self) -> Purpose {
        match self.account_id {
            Some(_) => Purpose::SignIn,
            None => Purpose::Registration,
        }
    }
}

/// What a challenge is begun with.
pub(super) enum Beginning {
    /// A sign-in to this account.
    SignIn(i64),
    /// A registration under this name and citizen id.
    Registration(String, String),
    /// A registration with a phone that has an account.
    AccountExists,
    /// A registration of this citizen id, which has an account with another phone.
    Unregistrable(String),
}

/// Begins a challenge and its first message.
pub(super) fn begin(
    transaction: &Transaction<'_>,
    state: &AppState,
    phone: &str,
    beginning: Beginning,
) -> Result<(Challenge, Outgoing), Refusal> {
    forget_old(transaction, state)?;
    let id = random::id()?;
    let content = match beginning {
        Beginning::AccountExists => Content::AccountExists,
        Beginning::Unregistrable(_) => Content::Unregistrable,
        Beginning::SignIn(_) | Beginning::Registration(..) => Content::Code,
    };
    let (account_id, name, citizen_id) = match beginning {
        Beginning::SignIn(account_id) => (Some(account_id), None, None),
        Beginning::Registration(name, citizen_id) => (None, Some(name), Some(citizen_id)),
        Beginning::AccountExists => (None, None, None),
        Beginning::Unregistrable(citizen_id) => (None, None, Some(citizen_id)),
    };
    transaction.execute(
        "INSERT INTO challenges (id, purpose, phone, account_id, name, citizen_id, tries_left, begun_at)
         VALUES (?1, iif(?3 IS NULL, 'registration', 'sign_in'), ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            id,
            phone,
            account_id,
            name,
            citizen_id,
            TRIES,
            state.clock.now()
        ],
    )?;
    let message = code::issue(transaction, state, &id, phone, content)?;
    let open = load(transaction, state, &id)?;
    Ok((describe(transaction, state, &open)?, message))
}

/// `GET /challenges/{id}`.
pub(super) async fn show(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Challenge>, Refusal> {
    let at = state.clone();
    at.store
        .run(move |transaction| describe(transaction, &state, &load(transaction, &state, &id)?))
        .await
        .map(Json)
}

/// `POST /challenges/{id}/resend`.
pub(super) async fn resend(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Challenge>, Refusal> {
    let within = state.clone();
    let (challenge, message) = state
        .store
        .run(move |transaction| {
            let open = load(transaction, &within, &id)?;
            if open.answered {
                return Err(Refusal::CodeExpired);
            }
            if open.tries_left == 0 {
                return Err(Refusal::CodeExhausted);
            }
            let wait = describe(transaction, &within, &open)?.resend_in_seconds;
            if wait > 0 {
                return Err(Refusal::TooManyRequests {
                    retry_after_seconds: wait,
                });
            }
            let message = code::issue(
                transaction,
                &within,
                &id,
                &open.phone,
                content(transaction, &id)?,
            )?;
            Ok((describe(transaction, &within, &open)?, message))
        })
        .await?;
    message.send(&state).await?;
    Ok(Json(challenge))
}

/// A challenge that isn't forgotten yet.
pub(super) fn load(
    transaction: &Transaction<'_>,
    state: &AppState,
    id: &str,
) -> Result<Open, Refusal> {
    transaction
        .query_row(
            "SELECT id, phone, account_id, tries_left, answered_at IS NOT NULL
             FROM challenges WHERE id = ?1 AND begun_at > ?2",
            params![id, state.clock.now() - FORGOTTEN_SECONDS],
            |row| {
                Ok(Open {
                    id: row.get(0)?,
                    phone: row.get(1)?,
                    account_id: row.get(2)?,
                    tries_left: row.get(3)?,
                    answered: row.get(4)?,
                })
            },
        )
        .optional()?
        .ok_or(Refusal::NotFound)
}

fn content(transaction: &Transaction<'_>, id: &str) -> Result<Content, Refusal> {
    // Only what can be registered is kept with its name.
    let (opens, has_citizen_id): (bool, bool) = transaction.query_row(
        "SELECT account_id IS NOT NULL OR name IS NOT NULL, citizen_id IS NOT NULL
         FROM challenges WHERE id = ?1",
        params![id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(match (opens, has_citizen_id) {
        (true, _) => Content::Code,
        (false, true) => Content::Unregistrable,
        (false, false) => Content::AccountExists,
    })
}

/// Whether somebody has lately tried to register this citizen id though it has an account.
pub(super) fn was_refused(
    transaction: &Transaction<'_>,
    citizen_id: &str,
    now: i64,
) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM challenges
                        WHERE citizen_id = ?1 AND name IS NULL AND begun_at > ?2)",
        params![citizen_id, now - FORGOTTEN_SECONDS],
        |row| row.get(0),
    )?)
}

fn describe(
    transaction: &Transaction<'_>,
    state: &AppState,
    open: &Open,
) -> Result<Challenge, Refusal> {
    let (reference, sent_at): (String, i64) = transaction.query_row(
        "SELECT reference, sent_at FROM codes WHERE challenge_id = ?1 ORDER BY id DESC LIMIT 1",
        params![open.id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let age = state.clock.now() - sent_at;
    let remaining = |life: i64| u32::try_from(life - age).unwrap_or(0);
    Ok(Challenge {
        id: open.id.clone(),
        purpose: open.purpose(),
        sent_to: mask_phone(&open.phone),
        reference,
        expires_in_seconds: remaining(LIFE_SECONDS),
        resend_in_seconds: remaining(RESEND_SECONDS),
        tries_left: open.tries_left,
        answered: open.answered,
    })
}

fn forget_old(transaction: &Transaction<'_>, state: &AppState) -> Result<(), Refusal> {
    let now = state.clock.now();
    let long_ago = now - FORGOTTEN_SECONDS;
    transaction.execute("DELETE FROM challenges WHERE begun_at <= ?1", [long_ago])?;
    transaction.execute("DELETE FROM codes WHERE sent_at <= ?1", [long_ago])?;
    session::forget_old(transaction, &state.config.sessions, now)
}
