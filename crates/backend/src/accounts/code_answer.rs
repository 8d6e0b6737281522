//! Checks a one-time code. The correct code completes the challenge. A wrong code is counted, even though the request
//! fails. An expired code is never accepted.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use contract::account::Account;
use contract::challenge::{ChallengePurpose, CodeAnswer, CodeOutcome};
use rusqlite::{Transaction, params};

use super::challenge_store::{self, StoredChallenge};
use super::one_time_code::{self, LIFE_SECONDS, OutgoingMessage};
use super::{closing, email_change, phone_change, phone_release, renewal, session};
use crate::auth::login_context::LoginContext;
use crate::http::client_ip::ClientIp;
use crate::http::extract::{JsonBody, Path};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::attachment_files;

/// `POST /challenges/{id}/code`: checks the code that the citizen entered.
pub(super) async fn answer_challenge(
    State(state): State<AppState>,
    Path(id): Path<String>,
    context: LoginContext,
    client_ip: ClientIp,
    JsonBody(answer): JsonBody<CodeAnswer>,
) -> Result<Response, Refusal> {
    if domain::format::parse_one_time_code(&answer.code).as_ref() != Ok(&answer.code) {
        return Err(Refusal::invalid_property("/code", "pattern"));
    }
    let app_state = state.clone();
    // The count of wrong codes must be saved, so the transaction also commits after a wrong code.
    let (account_id, result) = state
        .store
        .run(move |transaction| {
            let stored = challenge_store::load_challenge(transaction, &id, app_state.clock.now())?;
            let client = (&context, &client_ip);
            let result = verify_code(transaction, &app_state, &stored, &answer.code, client)?;
            Ok((stored.account_id, result))
        })
        .await?;
    if let Some(account_id) = account_id {
        request_account::record_account(account_id);
    }
    match result? {
        CorrectCode::SetPassword => Ok(Json(CodeOutcome::SetPassword).into_response()),
        CorrectCode::SignedIn(new_session, warning) => {
            if let Some(warning) = warning {
                warning.send(&state).await?;
            }
            let cookies = new_session.cookies(&state.config);
            let body = CodeOutcome::SignedIn {
                session: new_session.session,
            };
            Ok((cookies, Json(body)).into_response())
        }
        CorrectCode::PhoneChanged(account, warning) => {
            if let Some(warning) = warning {
                warning.send(&state).await?;
            }
            Ok(Json(CodeOutcome::PhoneChanged { account }).into_response())
        }
        CorrectCode::EmailChanged(account, warning) => {
            if let Some(warning) = warning {
                warning.send(&state).await?;
            }
            Ok(Json(CodeOutcome::EmailChanged { account }).into_response())
        }
        CorrectCode::PhoneRelease(outcome, warning) => {
            if let Some(warning) = warning {
                warning.send(&state).await?;
            }
            Ok(Json(outcome).into_response())
        }
        CorrectCode::Closed(files) => {
            attachment_files::delete_files(&state.files_dir, files).await;
            Ok((
                session::clear_browser(&state.config),
                Json(CodeOutcome::Closed),
            )
                .into_response())
        }
    }
}

/// The effect of a correct code.
enum CorrectCode {
    SetPassword,
    SignedIn(Box<session::NewSession>, Option<OutgoingMessage>),
    PhoneChanged(Account, Option<OutgoingMessage>),
    EmailChanged(Account, Option<OutgoingMessage>),
    PhoneRelease(CodeOutcome, Option<OutgoingMessage>),
    Closed(Vec<String>),
}

/// Checks a code and counts a wrong one. The inner error means that the code is wrong or can't be used; the transaction
/// must commit in this case, to save the count. The outer error rolls the transaction back.
fn verify_code(
    transaction: &Transaction<'_>,
    state: &AppState,
    stored: &StoredChallenge,
    typed: &str,
    (context, client_ip): (&LoginContext, &ClientIp),
) -> Result<Result<CorrectCode, Refusal>, Refusal> {
    let (id, now) = (stored.id.as_str(), state.clock.now());
    // A code works once. A client that has lost the response reads in the challenge that its code was accepted.
    if stored.answered_at.is_some() {
        return Ok(Err(Refusal::CodeExpired));
    }
    if stored.tries_left == 0 {
        return Ok(Err(Refusal::CodeExhausted));
    }
    let (valid_codes, matches_valid, matches_expired): (u32, bool, bool) = transaction.query_row(
        "SELECT count(*) FILTER (WHERE sent_at > ?2),
             count(*) FILTER (WHERE sent_at > ?2 AND code_hash = ?3) > 0,
             count(*) FILTER (WHERE sent_at <= ?2 AND code_hash = ?3) > 0
         FROM codes WHERE challenge_id = ?1",
        params![
            id,
            now - LIFE_SECONDS,
            one_time_code::hash(state, id, typed)
        ],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    // Whoever enters an expired code has read a message of this challenge. That is no guess, so it costs no attempt.
    if valid_codes == 0 || (matches_expired && !matches_valid) {
        return Ok(Err(Refusal::CodeExpired));
    }
    if !matches_valid {
        let tries_left = stored.tries_left - 1;
        transaction.execute(
            "UPDATE challenges SET tries_left = ?2 WHERE id = ?1",
            params![id, tries_left],
        )?;
        return Ok(Err(match tries_left {
            0 => Refusal::CodeExhausted,
            tries_left => Refusal::WrongCode { tries_left },
        }));
    }
    one_time_code::give_message_back(transaction, state, client_ip, stored.purpose)?;
    transaction.execute(
        "UPDATE challenges SET answered_at = ?2, tries_left = ?3 WHERE id = ?1",
        params![id, now, challenge_store::MAX_ATTEMPTS],
    )?;
    complete_challenge(transaction, state, stored, context).map(Ok)
}

/// Performs the action that the challenge confirms.
fn complete_challenge(
    transaction: &Transaction<'_>,
    state: &AppState,
    stored: &StoredChallenge,
    context: &LoginContext,
) -> Result<CorrectCode, Refusal> {
    let account_id = stored.account_id.ok_or(Refusal::CodeExpired);
    match stored.purpose {
        ChallengePurpose::Registration | ChallengePurpose::PasswordReset => {
            Ok(CorrectCode::SetPassword)
        }
        ChallengePurpose::SignIn => {
            let account_id = account_id?;
            let new_session = session::start_session(transaction, state, account_id, context)?;
            let warning = phone_release::keep_phone(transaction, state, account_id)?;
            Ok(CorrectCode::SignedIn(Box::new(new_session), warning))
        }
        ChallengePurpose::Renewal => {
            let account_id = account_id?;
            let new_session =
                renewal::complete_renewal(transaction, state, &stored.id, account_id, context)?;
            let warning = phone_release::keep_phone(transaction, state, account_id)?;
            Ok(CorrectCode::SignedIn(Box::new(new_session), warning))
        }
        ChallengePurpose::PhoneChange => {
            let account_id = account_id?;
            let warning = phone_change::complete_phone_change(
                transaction,
                state,
                account_id,
                &stored.sent_to,
                context.previous_session,
            )?;
            let account = accounts::find(transaction, account_id)?;
            Ok(CorrectCode::PhoneChanged(account, warning))
        }
        ChallengePurpose::EmailChange => {
            let (account, warning) = email_change::complete_email_change(
                transaction,
                state,
                account_id?,
                &stored.sent_to,
            )?;
            Ok(CorrectCode::EmailChanged(account, warning))
        }
        ChallengePurpose::Closing => {
            closing::close_account(transaction, state, account_id?).map(CorrectCode::Closed)
        }
        ChallengePurpose::PhoneRelease => {
            let (outcome, warning) =
                phone_release::begin_waiting(transaction, state, &stored.sent_to)?;
            Ok(CorrectCode::PhoneRelease(outcome, warning))
        }
        ChallengePurpose::Other(_) => Err(Refusal::CodeExpired),
    }
}
