//! Another password, by whoever is signed in and knows the present one. Every other device is signed out.

use axum::extract::State;
use axum::http::StatusCode;
use contract::account::PasswordChange;

use super::message_text::Warning;
use super::one_time_code;
use super::password_check::{self, Whose};
use crate::auth::extractors::Citizen;
use crate::auth::password;
use crate::http::client_ip::Address;
use crate::http::extract::Body;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/password`.
pub(super) async fn change(
    State(state): State<AppState>,
    citizen: Citizen,
    address: Address,
    Body(change): Body<PasswordChange>,
) -> Result<StatusCode, Refusal> {
    password_check::require_length(&change.current, "/current")?;
    let password = password::check(&change.password)?;
    let (phone, known) = password_check::of_account(&state, citizen.account_id).await?;
    let whose = Whose::Account(citizen.account_id, known);
    password_check::prove(&state, &address, whose, &change.current).await?;
    let hash = state.passwords.hash(password).await?;
    let kept = citizen.session.token_hash;
    state
        .store
        .run(move |transaction| {
            accounts::set_password(transaction, citizen.account_id, &hash)?;
            password_check::end_what_is_open(transaction, citizen.account_id, Some(kept))
        })
        .await?;
    if let Some(phone) = phone {
        one_time_code::warn(&state, phone, Warning::PasswordChanged)
            .send(&state)
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
