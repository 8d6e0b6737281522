//! Changing the password while signed in. Requires the current password, signs out all other devices, and makes all other
//! browsers unknown.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::account::PasswordChange;

use super::message_text::OwnerWarning;
use super::one_time_code;
use super::password_check;
use crate::auth::extractors::Citizen;
use crate::auth::known_device::{self, DeviceMark};
use crate::auth::password;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/password`: changes the password.
pub(super) async fn change_password(
    State(state): State<AppState>,
    citizen: Citizen,
    headers: HeaderMap,
    JsonBody(change): JsonBody<PasswordChange>,
) -> Result<StatusCode, Refusal> {
    password_check::require_length(&change.current, "/current")?;
    let password = password::validate_password(&change.password)?;
    let verified = password_check::verify_own_password(&state, &citizen, &change.current).await?;
    let hash = state.passwords.hash(password).await?;
    let device = DeviceMark::from_headers(&headers, &state.config);
    let within = state.clone();
    let account = state
        .store
        .run(move |transaction| {
            let account = verified.load_account(transaction)?;
            password_check::require_session(transaction, &citizen)?;
            accounts::update_password(transaction, account.id, &hash)?;
            let current_session = Some(citizen.session.token_hash);
            password_check::revoke_sessions_and_codes(
                transaction,
                &within,
                account.id,
                current_session,
            )?;
            known_device::forget_others(transaction, account.id, device)?;
            Ok(account)
        })
        .await?;
    if let Some(phone) = account.phone {
        one_time_code::warning_message(&state, phone, OwnerWarning::PasswordChanged)
            .send(&state)
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
