//! Sets the password after a correct code, which either completes a registration or replaces a forgotten password. In
//! both cases a session starts.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contract::account::Registration;
use contract::challenge::NewPassword;
use rusqlite::Transaction;

use super::challenge_store;
use super::message_text::OwnerWarning;
use super::one_time_code::OutgoingMessage;
use super::{one_time_code, password_check, registration, registration_consents, session};
use crate::auth::known_device;
use crate::auth::login_context::LoginContext;
use crate::auth::password;
use crate::http::extract::{JsonBody, Path};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// How long after the correct code the password can be set, in seconds.
const PASSWORD_WINDOW_SECONDS: i64 = 15 * 60;

/// The registration or the account that the password is set for.
enum PasswordTarget {
    Registration(Box<Registration>),
    Account { id: i64, phone: String },
}

/// Result of setting the password.
enum SetPasswordOutcome {
    SignedIn(Box<session::NewSession>, Option<OutgoingMessage>),
    /// Another registration of the same citizen or organisation was completed first.
    AccountExists(OutgoingMessage),
}

/// `POST /challenges/{id}/password`: sets the password.
pub(super) async fn set_password(
    State(state): State<AppState>,
    Path(id): Path<String>,
    context: LoginContext,
    JsonBody(chosen): JsonBody<NewPassword>,
) -> Result<Response, Refusal> {
    let password = password::validate_password(&chosen.password)?;
    let (app_state, challenge) = (state.clone(), id.clone());
    // Check the challenge before the expensive hash is computed, so that requests with guessed ids cause little work.
    // The attempts are counted, so that one code can't be used to make the backend compute hashes without end.
    let ready = move |transaction: &Transaction<'_>| {
        load_target(transaction, &app_state, &challenge)?;
        challenge_store::use_up_attempt(transaction, &challenge)
    };
    state.store.run(ready).await?;
    let hash = state.passwords.hash(password).await?;
    let app_state = state.clone();
    let set = state
        .store
        .run(move |transaction| {
            let target = load_target(transaction, &app_state, &id)?;
            transaction.execute("DELETE FROM challenges WHERE id = ?1", [id])?;
            match target {
                PasswordTarget::Registration(registration) => {
                    register(transaction, &app_state, &registration, &hash, &context)
                }
                PasswordTarget::Account { id, phone } => {
                    replace(transaction, &app_state, id, phone, &hash, &context)
                }
            }
        })
        .await?;
    match set {
        SetPasswordOutcome::SignedIn(new_session, message) => {
            request_account::record_account(new_session.account_id);
            if let Some(message) = message {
                message.send(&state).await?;
            }
            let cookies = new_session.cookies(&state.config);
            Ok((StatusCode::CREATED, cookies, Json(new_session.session)).into_response())
        }
        SetPasswordOutcome::AccountExists(message) => {
            message.send(&state).await?;
            Err(Refusal::CodeExpired)
        }
    }
}

/// Loads the registration or the account that the password is set for. 409 if the correct code hasn't been entered yet,
/// 403 if it was entered too long ago.
fn load_target(
    transaction: &Transaction<'_>,
    state: &AppState,
    id: &str,
) -> Result<PasswordTarget, Refusal> {
    let stored = challenge_store::load_challenge(transaction, id, state.clock.now())?;
    if !stored.awaits_password() {
        return Err(Refusal::NotFound);
    }
    let answered_at = stored.answered_at.ok_or(Refusal::ChallengeOpen)?;
    if answered_at <= state.clock.now() - PASSWORD_WINDOW_SECONDS {
        return Err(Refusal::CodeExpired);
    }
    if let Some(id) = stored.account_id {
        let phone = stored.sent_to;
        return Ok(PasswordTarget::Account { id, phone });
    }
    let registration = challenge_store::load_registration(transaction, id)?;
    // If the wording of a consent has changed since the registration, the citizen hasn't consented to the current
    // wording.
    registration_consents::check_consents(&state.data, &registration.consents)
        .map_err(|_| Refusal::CodeExpired)?;
    Ok(PasswordTarget::Registration(Box::new(registration)))
}

/// Creates the account of a registration and starts the first session of the account.
fn register(
    transaction: &Transaction<'_>,
    state: &AppState,
    registration: &Registration,
    hash: &str,
    context: &LoginContext,
) -> Result<SetPasswordOutcome, Refusal> {
    if registration::find_existing(transaction, registration)?.is_some() {
        let exists = registration::existing_account_content(registration);
        let message =
            one_time_code::account_exists_message(state, registration.phone.clone(), exists)?;
        return Ok(SetPasswordOutcome::AccountExists(message));
    }
    let account_id = registration::insert_account(transaction, state, registration, hash)?;
    let new_session = session::start_session(transaction, state, account_id, context)?;
    Ok(SetPasswordOutcome::SignedIn(Box::new(new_session), None))
}

/// Replaces the forgotten password of an account, signs out all other devices, and starts a session.
fn replace(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    phone: String,
    hash: &str,
    context: &LoginContext,
) -> Result<SetPasswordOutcome, Refusal> {
    accounts::update_password(transaction, account_id, hash)?;
    password_check::revoke_sessions_and_codes(transaction, state, account_id, None)?;
    known_device::forget_others(transaction, account_id, None)?;
    let new_session = session::start_session(transaction, state, account_id, context)?;
    let warning = one_time_code::warning_message(state, phone, OwnerWarning::PasswordChanged);
    Ok(SetPasswordOutcome::SignedIn(
        Box::new(new_session),
        Some(warning),
    ))
}
