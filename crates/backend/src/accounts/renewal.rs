//! Continues an expired session while a page of the app is still open. The expired token identifies the account. A code
//! to the account's phone proves that the citizen is still the user. Neither of the two is enough alone.
//!
//! The same code gives an active session a recent proof of identity. While a session is active and its proof is recent,
//! no code is needed, and no message is sent.

use axum::extract::State;
use axum::http::HeaderMap;
use contract::challenge::ChallengePurpose;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::session;
use crate::auth::credential::Credential;
use crate::auth::login_context::LoginContext;
use crate::auth::session_policy::SessionTimes;
use crate::http::client_ip::ClientIp;
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;

/// A session can be continued until this many seconds after its last request.
const RENEWABLE_SECONDS: i64 = 12 * 3600;

/// `POST /session/renewal`: sends the code that continues an expired session.
pub(super) async fn start_renewal(
    State(state): State<AppState>,
    client_ip: ClientIp,
    headers: HeaderMap,
) -> Result<ChallengeCreated, Refusal> {
    let session_hash = Credential::from_headers(&headers, &state.config)
        .map(|credential| credential.hash())
        .ok_or(Refusal::NotSignedIn)?;
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        let now = app_state.clock.now();
        let (account_id, phone, times) = find_owner(transaction, session_hash, now)?;
        let phone = phone.ok_or(Refusal::PhoneMissing)?;
        if times.is_open(&app_state.config.sessions, now) && times.is_proof_recent(now) {
            return Err(Refusal::SessionActive);
        }
        let new_challenge = NewChallenge {
            session_hash: Some(session_hash),
            ..NewChallenge::of_account(ChallengePurpose::Renewal, account_id, phone)
        };
        let started =
            challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)?;
        Ok((account_id, started))
    });
    let (account_id, started) = started.await?;
    request_account::record_account(account_id);
    challenge::send_and_respond(&state, started).await
}

/// Deletes the expired session and starts a new session in its place.
pub(super) fn complete_renewal(
    transaction: &Transaction<'_>,
    state: &AppState,
    challenge: &str,
    account_id: i64,
    context: &LoginContext,
) -> Result<session::NewSession, Refusal> {
    let shared_device: Option<bool> = transaction
        .query_row(
            "DELETE FROM sessions
             WHERE token_hash = (SELECT session_hash FROM challenges WHERE id = ?1)
             RETURNING shared_device",
            [challenge],
            |row| row.get(0),
        )
        .optional()?;
    // If the query deleted no session, the session was signed out on another device in the meantime.
    let shared_device = shared_device.ok_or(Refusal::CodeExpired)?;
    state.events.announce_end_of_session(account_id);
    session::start_session_on(transaction, state, account_id, context, shared_device)
}

/// Finds the account, the phone and the times of a session that is active or can still be continued.
fn find_owner(
    transaction: &Transaction<'_>,
    session_hash: [u8; 32],
    now: i64,
) -> Result<(i64, Option<String>, SessionTimes), Refusal> {
    transaction
        .query_row(
            "SELECT account_id, phone, begun_at, last_seen_at, shared_device FROM sessions JOIN accounts ON accounts.id = account_id
             WHERE token_hash = ?1 AND last_seen_at > ?2 AND closed_at IS NULL",
            params![session_hash, now - RENEWABLE_SECONDS],
            |row| {
                let times = SessionTimes {
                    begun_at: row.get(2)?,
                    last_seen_at: row.get(3)?,
                    shared_device: row.get(4)?,
                };
                Ok((row.get(0)?, row.get(1)?, times))
            },
        )
        .optional()?
        .ok_or(Refusal::NotSignedIn)
}
