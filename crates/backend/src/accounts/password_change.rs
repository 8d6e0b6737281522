//! Another password, by whoever is signed in and knows the present one. Every other device is signed out.

use axum::extract::State;
use axum::http::StatusCode;
use contract::account::PasswordChange;

use super::credentials::{self, Whose};
use super::wording::Warning;
use super::{code, password};
use crate::account_store;
use crate::address::Address;
use crate::refusal::Refusal;
use crate::request::Body;
use crate::signed_in::Citizen;
use crate::state::AppState;

/// `POST /account/password`.
pub(super) async fn change(
    State(state): State<AppState>,
    citizen: Citizen,
    address: Address,
    Body(change): Body<PasswordChange>,
) -> Result<StatusCode, Refusal> {
    credentials::require_length(&change.current, "/current")?;
    let password = password::check(&change.password)?;
    let (phone, known) = credentials::of_account(&state, citizen.account_id).await?;
    let whose = Whose::Account(citizen.account_id, known);
    credentials::prove(&state, &address, whose, &change.current).await?;
    let hash = state.passwords.hash(password).await?;
    let kept = citizen.session.token_hash;
    state
        .store
        .run(move |transaction| {
            account_store::set_password(transaction, citizen.account_id, &hash)?;
            credentials::end_what_is_open(transaction, citizen.account_id, Some(kept))
        })
        .await?;
    if let Some(phone) = phone {
        code::warn(&state, phone, Warning::PasswordChanged)
            .send(&state)
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
