//! The password that follows a right code: it ends a registration, or takes the place of a forgotten one. Either way the
//! session begins.

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
use crate::auth::login_context::LoginContext;
use crate::auth::password;
use crate::http::extract::{JsonBody, Path};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// A right code allows to set the password for so long.
const ANSWERED_SECONDS: i64 = 15 * 60;

/// What waits for its password.
enum PasswordTarget {
    Registration(Box<Registration>),
    Account { id: i64, phone: String },
}

/// What setting the password comes to.
enum SetPasswordOutcome {
    SignedIn(Box<session::NewSession>, Option<OutgoingMessage>),
    /// Another registration of the same person or organisation has been quicker.
    Late(OutgoingMessage),
}

/// `POST /challenges/{id}/password`.
pub(super) async fn set(
    State(state): State<AppState>,
    Path(id): Path<String>,
    arrival: LoginContext,
    JsonBody(chosen): JsonBody<NewPassword>,
) -> Result<Response, Refusal> {
    let password = password::check(&chosen.password)?;
    let (within, challenge) = (state.clone(), id.clone());
    // Before the costly hash, so that a guessed id costs nothing.
    let ready = move |transaction: &Transaction<'_>| {
        load_target(transaction, &within, &challenge).map(|_| ())
    };
    state.store.run(ready).await?;
    let hash = state.passwords.hash(password).await?;
    let within = state.clone();
    let set = state
        .store
        .run(move |transaction| {
            let load_target = load_target(transaction, &within, &id)?;
            transaction.execute("DELETE FROM challenges WHERE id = ?1", [id])?;
            match load_target {
                PasswordTarget::Registration(registration) => {
                    register(transaction, &within, &registration, &hash, &arrival)
                }
                PasswordTarget::Account { id, phone } => {
                    replace(transaction, &within, id, phone, &hash, &arrival)
                }
            }
        })
        .await?;
    match set {
        SetPasswordOutcome::SignedIn(begun, message) => {
            request_account::set(begun.account_id);
            if let Some(message) = message {
                message.send(&state).await?;
            }
            let cookie = begun.cookie(&state.config);
            Ok((StatusCode::CREATED, cookie, Json(begun.session)).into_response())
        }
        SetPasswordOutcome::Late(message) => {
            message.send(&state).await?;
            Err(Refusal::CodeExpired)
        }
    }
}

fn load_target(
    transaction: &Transaction<'_>,
    state: &AppState,
    id: &str,
) -> Result<PasswordTarget, Refusal> {
    let stored = challenge_store::load(transaction, id, state.clock.now())?;
    if !stored.awaits_password() {
        return Err(Refusal::NotFound);
    }
    let answered_at = stored.answered_at.ok_or(Refusal::ChallengeOpen)?;
    if answered_at <= state.clock.now() - ANSWERED_SECONDS {
        return Err(Refusal::CodeExpired);
    }
    if let Some(id) = stored.account_id {
        let phone = stored.phone;
        return Ok(PasswordTarget::Account { id, phone });
    }
    let registration = challenge_store::load_registration(transaction, id)?;
    // The wording may have changed since it was read; then nobody has consented to it.
    registration_consents::check(&state.data, &registration.consents)
        .map_err(|_| Refusal::CodeExpired)?;
    Ok(PasswordTarget::Registration(Box::new(registration)))
}

fn register(
    transaction: &Transaction<'_>,
    state: &AppState,
    registration: &Registration,
    hash: &str,
    arrival: &LoginContext,
) -> Result<SetPasswordOutcome, Refusal> {
    if registration::find_existing(transaction, registration)?.is_some() {
        let exists = registration::existing_account_content(registration);
        let message =
            one_time_code::account_exists_message(state, registration.phone.clone(), exists)?;
        return Ok(SetPasswordOutcome::Late(message));
    }
    let account_id = registration::insert(transaction, state, registration, hash)?;
    let begun = session::start(transaction, state, account_id, arrival)?;
    Ok(SetPasswordOutcome::SignedIn(Box::new(begun), None))
}

fn replace(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    phone: String,
    hash: &str,
    arrival: &LoginContext,
) -> Result<SetPasswordOutcome, Refusal> {
    accounts::set_password(transaction, account_id, hash)?;
    password_check::revoke_sessions_and_codes(transaction, account_id, None)?;
    let begun = session::start(transaction, state, account_id, arrival)?;
    let warning = one_time_code::warning_message(state, phone, OwnerWarning::PasswordChanged);
    Ok(SetPasswordOutcome::SignedIn(Box::new(begun), Some(warning)))
}
