//! The answer to a challenge: the right code ends it, a wrong one is counted whatever else goes wrong. A code that has
//! lived its five minutes is never right.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use contract::challenge::{CodeAnswer, CodeOutcome, Purpose};
use rusqlite::{Transaction, params};

use super::arrival::Arrival;
use super::challenge::load;
use super::code::{self, LIFE_SECONDS};
use super::session;
use crate::refusal::Refusal;
use crate::request::{Body, Path};
use crate::state::AppState;

/// `POST /challenges/{id}/code`.
pub(super) async fn answer(
    State(state): State<AppState>,
    Path(id): Path<String>,
    arrival: Arrival,
    Body(answer): Body<CodeAnswer>,
) -> Result<Response, Refusal> {
    if domain::format::one_time_code(&answer.code).as_ref() != Ok(&answer.code) {
        return Err(Refusal::invalid_property("/code", "pattern"));
    }
    let within = state.clone();
    // A wrong try must stay counted, so it is a success of the transaction.
    let outcome = state
        .store
        .run(move |transaction| try_code(transaction, &within, &id, &answer.code, &arrival))
        .await??;
    match outcome {
        Right::Registration => Ok(Json(CodeOutcome::SetPassword).into_response()),
        Right::SignedIn(begun) => {
            let cookie = begun.cookie(&state.config);
            let body = CodeOutcome::SignedIn {
                session: begun.session,
            };
            Ok((cookie, Json(body)).into_response())
        }
    }
}

enum Right {
    Registration,
    SignedIn(session::Begun),
}

fn try_code(
    transaction: &Transaction<'_>,
    state: &AppState,
    id: &str,
    typed: &str,
    arrival: &Arrival,
) -> Result<Result<Right, Refusal>, Refusal> {
    let now = state.clock.now();
    let open = load(transaction, state, id)?;
    // A registration whose answer was lost on the way may be answered again until its password is set:
    // knowing the id is enough for that step.
    if open.answered && open.purpose() == Purpose::SignIn {
        return Ok(Err(Refusal::CodeExpired));
    }
    if open.tries_left == 0 {
        return Ok(Err(Refusal::CodeExhausted));
    }
    let (living, right): (u32, u32) = transaction.query_row(
        "SELECT count(*), count(*) FILTER (WHERE code_hash = ?3)
         FROM codes WHERE challenge_id = ?1 AND sent_at > ?2",
        params![id, now - LIFE_SECONDS, code::hash(state, id, typed)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if living == 0 {
        return Ok(Err(Refusal::CodeExpired));
    }
    if right == 0 {
        let tries_left = open.tries_left - 1;
        transaction.execute(
            "UPDATE challenges SET tries_left = ?2 WHERE id = ?1",
            params![id, tries_left],
        )?;
        return Ok(Err(match tries_left {
            0 => Refusal::CodeExhausted,
            tries_left => Refusal::WrongCode { tries_left },
        }));
    }
    transaction.execute(
        "UPDATE challenges SET answered_at = coalesce(answered_at, ?2) WHERE id = ?1",
        params![id, now],
    )?;
    Ok(Ok(match open.account_id {
        None => Right::Registration,
        Some(account_id) => {
            Right::SignedIn(session::begin_for(transaction, state, account_id, arrival)?)
        }
    }))
}
