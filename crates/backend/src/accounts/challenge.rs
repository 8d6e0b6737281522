//! Challenges. A challenge asks the citizen to type a one-time code that was sent to a phone. A challenge allows five
//! wrong codes in total, even if it sends several codes.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::challenge::{Challenge, ChallengePurpose};
use domain::format::{mask_email, mask_phone};
use rusqlite::{Transaction, params};

use super::challenge_store::{self, NewChallenge, StoredChallenge};
use super::one_time_code::{self, LIFE_SECONDS, OutgoingMessage, RESEND_SECONDS};
use crate::http::client_ip::ClientIp;
use crate::http::extract::Path;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Response of an endpoint that starts a challenge: 201 with the challenge.
pub(super) type ChallengeCreated = (StatusCode, Json<Challenge>);

/// Stores a new challenge and prepares its first message, which the caller sends after the transaction.
pub(super) fn start_challenge(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    new_challenge: &NewChallenge,
) -> Result<(Challenge, OutgoingMessage), Refusal> {
    let id = challenge_store::insert_challenge(transaction, state, new_challenge)?;
    let stored = challenge_store::load_challenge(transaction, &id, state.clock.now())?;
    let message = one_time_code::issue_code(transaction, state, client_ip, &stored)?;
    Ok((to_api(transaction, state, &stored)?, message))
}

/// Sends the first message of a challenge and builds the response, which contains the challenge.
pub(super) async fn send_and_respond(
    state: &AppState,
    (challenge, message): (Challenge, OutgoingMessage),
) -> Result<ChallengeCreated, Refusal> {
    message.send(state).await?;
    Ok((StatusCode::CREATED, Json(challenge)))
}

/// `GET /challenges/{id}`: returns the challenge.
pub(super) async fn show_challenge(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Json<Challenge>, Refusal> {
    let at = state.clone();
    at.store
        .run(move |transaction| {
            let stored = challenge_store::load_challenge(transaction, &id, state.clock.now())?;
            to_api(transaction, &state, &stored)
        })
        .await
        .map(Json)
}

/// `POST /challenges/{id}/resend`: sends another code for the challenge.
pub(super) async fn resend_code(
    State(state): State<AppState>,
    client_ip: ClientIp,
    Path(id): Path<String>,
) -> Result<Json<Challenge>, Refusal> {
    let app_state = state.clone();
    let (challenge, message) = state
        .store
        .run(move |transaction| {
            let stored = challenge_store::load_challenge(transaction, &id, app_state.clock.now())?;
            if stored.answered_at.is_some() {
                return Err(Refusal::CodeExpired);
            }
            if stored.tries_left == 0 {
                return Err(Refusal::CodeExhausted);
            }
            let wait = to_api(transaction, &app_state, &stored)?.resend_in_seconds;
            if wait > 0 {
                return Err(Refusal::TooManyRequests {
                    retry_after_seconds: wait,
                    is_shared: false,
                });
            }
            let message = one_time_code::issue_code(transaction, &app_state, &client_ip, &stored)?;
            Ok((to_api(transaction, &app_state, &stored)?, message))
        })
        .await?;
    message.send(&state).await?;
    Ok(Json(challenge))
}

/// Converts a stored challenge to its API type. The remaining times are computed from the code that was sent last.
fn to_api(
    transaction: &Transaction<'_>,
    state: &AppState,
    stored: &StoredChallenge,
) -> Result<Challenge, Refusal> {
    let (reference, sent_at): (String, i64) = transaction.query_row(
        "SELECT reference, sent_at FROM codes WHERE challenge_id = ?1 ORDER BY id DESC LIMIT 1",
        params![stored.id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let age = state.clock.now() - sent_at;
    let remaining = |life: i64| u32::try_from(life - age).unwrap_or(0);
    Ok(Challenge {
        id: stored.id.clone(),
        purpose: stored.purpose,
        sent_to: match stored.purpose {
            ChallengePurpose::EmailChange => mask_email(&stored.sent_to),
            _ => mask_phone(&stored.sent_to),
        },
        reference,
        expires_in_seconds: remaining(LIFE_SECONDS),
        resend_in_seconds: remaining(RESEND_SECONDS),
        tries_left: stored.tries_left,
        answered: stored.answered_at.is_some(),
    })
}
