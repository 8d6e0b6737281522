//! The answer to a challenge: the right code ends it, a wrong one is counted whatever else goes wrong. A code that has
//! lived its five minutes is never right.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use contract::account::Account;
use contract::challenge::{ChallengePurpose, CodeAnswer, CodeOutcome};
use rusqlite::{Transaction, params};

use super::challenge_store::{self, Open};
use super::one_time_code::{self, LIFE_SECONDS, Outgoing};
use super::{closing, phone_change, renewal, session};
use crate::auth::login_context::Arrival;
use crate::http::extract::{Body, Path};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::attachment_files;

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
    let (account_id, right) = state
        .store
        .run(move |transaction| {
            let open = challenge_store::load(transaction, &id, within.clock.now())?;
            let right = try_code(transaction, &within, &open, &answer.code, &arrival)?;
            Ok((open.account_id, right))
        })
        .await?;
    if let Some(account_id) = account_id {
        request_account::is(account_id);
    }
    match right? {
        Right::SetPassword => Ok(Json(CodeOutcome::SetPassword).into_response()),
        Right::SignedIn(begun) => {
            let cookie = begun.cookie(&state.config);
            let body = CodeOutcome::SignedIn {
                session: begun.session,
            };
            Ok((cookie, Json(body)).into_response())
        }
        Right::PhoneChanged(account, warning) => {
            if let Some(warning) = warning {
                warning.send(&state).await?;
            }
            Ok(Json(CodeOutcome::PhoneChanged { account }).into_response())
        }
        Right::Closed(files) => {
            attachment_files::remove(&state.files_dir, files).await;
            Ok((session::emptied(&state.config), Json(CodeOutcome::Closed)).into_response())
        }
    }
}

enum Right {
    SetPassword,
    SignedIn(session::Begun),
    PhoneChanged(Account, Option<Outgoing>),
    Closed(Vec<String>),
}

fn try_code(
    transaction: &Transaction<'_>,
    state: &AppState,
    open: &Open,
    typed: &str,
    arrival: &Arrival,
) -> Result<Result<Right, Refusal>, Refusal> {
    let (id, now) = (open.id.as_str(), state.clock.now());
    // Where a password follows, an answer that was lost on the way may be given again.
    if open.answered_at.is_some() && !open.awaits_password() {
        return Ok(Err(Refusal::CodeExpired));
    }
    if open.tries_left == 0 {
        return Ok(Err(Refusal::CodeExhausted));
    }
    let (living, right): (u32, u32) = transaction.query_row(
        "SELECT count(*), count(*) FILTER (WHERE code_hash = ?3)
         FROM codes WHERE challenge_id = ?1 AND sent_at > ?2",
        params![
            id,
            now - LIFE_SECONDS,
            one_time_code::hash(state, id, typed)
        ],
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
    lead_on(transaction, state, open, arrival).map(Ok)
}

/// Leads a challenge that was answered rightly to its end.
fn lead_on(
    transaction: &Transaction<'_>,
    state: &AppState,
    open: &Open,
    arrival: &Arrival,
) -> Result<Right, Refusal> {
    let account_id = open.account_id.ok_or(Refusal::CodeExpired);
    match open.purpose {
        ChallengePurpose::Registration | ChallengePurpose::PasswordReset => Ok(Right::SetPassword),
        ChallengePurpose::SignIn => {
            session::begin_for(transaction, state, account_id?, arrival).map(Right::SignedIn)
        }
        ChallengePurpose::Renewal => {
            renewal::finish(transaction, state, &open.id, account_id?, arrival).map(Right::SignedIn)
        }
        ChallengePurpose::PhoneChange => {
            let account_id = account_id?;
            let warning =
                phone_change::finish(transaction, state, account_id, &open.phone, arrival.earlier)?;
            let account = accounts::find(transaction, account_id)?;
            Ok(Right::PhoneChanged(account, warning))
        }
        ChallengePurpose::Closing => {
            closing::finish(transaction, account_id?, state.clock.now()).map(Right::Closed)
        }
    }
}
