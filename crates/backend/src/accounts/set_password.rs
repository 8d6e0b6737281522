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
use super::message_text::Warning;
use super::one_time_code::Outgoing;
use super::{one_time_code, password_check, registration, registration_consents, session};
use crate::auth::login_context::Arrival;
use crate::auth::password;
use crate::http::extract::{Body, Path};
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// A right code allows to set the password for so long.
const ANSWERED_SECONDS: i64 = 15 * 60;

/// What waits for its password.
enum Awaited {
    Registration(Box<Registration>),
    Account { id: i64, phone: String },
}

/// What setting the password comes to.
enum Set {
    SignedIn(Box<session::Begun>, Option<Outgoing>),
    /// Another registration of the same person or organisation has been quicker.
    Late(Outgoing),
}

/// `POST /challenges/{id}/password`.
pub(super) async fn set(
    State(state): State<AppState>,
    Path(id): Path<String>,
    arrival: Arrival,
    Body(chosen): Body<NewPassword>,
) -> Result<Response, Refusal> {
    let password = password::check(&chosen.password)?;
    let (within, challenge) = (state.clone(), id.clone());
    // Before the costly hash, so that a guessed id costs nothing.
    let ready =
        move |transaction: &Transaction<'_>| awaited(transaction, &within, &challenge).map(|_| ());
    state.store.run(ready).await?;
    let hash = state.passwords.hash(password).await?;
    let within = state.clone();
    let set = state
        .store
        .run(move |transaction| {
            let awaited = awaited(transaction, &within, &id)?;
            transaction.execute("DELETE FROM challenges WHERE id = ?1", [id])?;
            match awaited {
                Awaited::Registration(slip) => {
                    register(transaction, &within, &slip, &hash, &arrival)
                }
                Awaited::Account { id, phone } => {
                    replace(transaction, &within, id, phone, &hash, &arrival)
                }
            }
        })
        .await?;
    match set {
        Set::SignedIn(begun, message) => {
            request_account::is(begun.account_id);
            if let Some(message) = message {
                message.send(&state).await?;
            }
            let cookie = begun.cookie(&state.config);
            Ok((StatusCode::CREATED, cookie, Json(begun.session)).into_response())
        }
        Set::Late(message) => {
            message.send(&state).await?;
            Err(Refusal::CodeExpired)
        }
    }
}

fn awaited(transaction: &Transaction<'_>, state: &AppState, id: &str) -> Result<Awaited, Refusal> {
    let open = challenge_store::load(transaction, id, state.clock.now())?;
    if !open.awaits_password() {
        return Err(Refusal::NotFound);
    }
    let answered_at = open.answered_at.ok_or(Refusal::ChallengeOpen)?;
    if answered_at <= state.clock.now() - ANSWERED_SECONDS {
        return Err(Refusal::CodeExpired);
    }
    if let Some(id) = open.account_id {
        let phone = open.phone;
        return Ok(Awaited::Account { id, phone });
    }
    let slip = challenge_store::declared(transaction, id)?;
    // The wording may have changed since it was read; then nobody has consented to it.
    registration_consents::check(&state.data, &slip.consents).map_err(|_| Refusal::CodeExpired)?;
    Ok(Awaited::Registration(Box::new(slip)))
}

fn register(
    transaction: &Transaction<'_>,
    state: &AppState,
    slip: &Registration,
    hash: &str,
    arrival: &Arrival,
) -> Result<Set, Refusal> {
    if registration::holder(transaction, slip)?.is_some() {
        let exists = registration::exists(slip);
        let message = one_time_code::tell_exists(state, slip.phone.clone(), exists)?;
        return Ok(Set::Late(message));
    }
    let account_id = registration::insert(transaction, state, slip, hash)?;
    let begun = session::begin_for(transaction, state, account_id, arrival)?;
    Ok(Set::SignedIn(Box::new(begun), None))
}

fn replace(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    phone: String,
    hash: &str,
    arrival: &Arrival,
) -> Result<Set, Refusal> {
    accounts::set_password(transaction, account_id, hash)?;
    password_check::end_what_is_open(transaction, account_id, None)?;
    let begun = session::begin_for(transaction, state, account_id, arrival)?;
    let warning = one_time_code::warn(state, phone, Warning::PasswordChanged);
    Ok(Set::SignedIn(Box::new(begun), Some(warning)))
}
