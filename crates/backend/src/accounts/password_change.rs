//! Changing the password while signed in. Requires the current password and signs out all other devices.

use axum::extract::State;
use axum::http::StatusCode;
use contract::account::PasswordChange;

use super::message_text::OwnerWarning;
use super::one_time_code;
use super::password_check::{self, PasswordOwner};
use crate::auth::extractors::Citizen;
use crate::auth::password;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/password`: changes the password.
pub(super) async fn change_password(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
    JsonBody(change): JsonBody<PasswordChange>,
) -> Result<StatusCode, Refusal> {
    password_check::require_length(&change.current, "/current")?;
    let password = password::validate_password(&change.password)?;
    let (phone, known) = password_check::load_phone_and_hash(&state, citizen.account_id).await?;
    let owner = PasswordOwner::Account(citizen.account_id, known);
    password_check::verify_password(&state, &client_ip, owner, &change.current).await?;
    let hash = state.passwords.hash(password).await?;
    let current_session = citizen.session.token_hash;
    state
        .store
        .run(move |transaction| {
            accounts::update_password(transaction, citizen.account_id, &hash)?;
            password_check::revoke_sessions_and_codes(
                transaction,
                citizen.account_id,
                Some(current_session),
            )
        })
        .await?;
    if let Some(phone) = phone {
        one_time_code::warning_message(&state, phone, OwnerWarning::PasswordChanged)
            .send(&state)
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
