//! Resetting a forgotten password («Quên mật khẩu»). A code is sent if the account with this identifier has this phone.
//! The response doesn't reveal whether such an account exists: status, body, duration and limits are the same in both
//! cases.

use axum::extract::State;
use contract::account::{AccountKind, PasswordReset};
use contract::challenge::ChallengePurpose;
use domain::format::parse_identity_number;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::MessageContent;
use super::registration_fields::{is_tax_code, require_phone};
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /password-resets`: starts a challenge for a new password.
pub(super) async fn start_password_reset(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(request): JsonBody<PasswordReset>,
) -> Result<ChallengeCreated, Refusal> {
    check(&request)?;
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        let account_id = find(transaction, &request)?;
        let new_challenge = NewChallenge {
            purpose: ChallengePurpose::PasswordReset,
            sent_to: request.phone,
            content: account_id.map_or(MessageContent::Nothing, |_| MessageContent::Code),
            account_id,
            registration: None,
            session_hash: None,
        };
        let started =
            challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)?;
        Ok((account_id, started))
    });
    let (account_id, started) = started.await?;
    if let Some(account_id) = account_id {
        request_account::record_account(account_id);
    }
    challenge::send_and_respond(&state, started).await
}

/// Returns 422 if the identifier or the phone is malformed.
fn check(request: &PasswordReset) -> Result<(), Refusal> {
    let identifier = &request.identifier;
    let is_well_formed = match request.kind {
        AccountKind::Citizen => parse_identity_number(identifier).as_ref() == Ok(identifier),
        AccountKind::Organisation => is_tax_code(identifier),
    };
    if !is_well_formed {
        return Err(Refusal::invalid_property("/identifier", "pattern"));
    }
    require_phone(&request.phone)
}

/// Finds the account with this identifier and this phone. Returns its database key.
fn find(transaction: &Transaction<'_>, request: &PasswordReset) -> Result<Option<i64>, Refusal> {
    let of_kind = match request.kind {
        AccountKind::Citizen => "organisation IS NULL AND citizen_id = ?1",
        AccountKind::Organisation => "tax_code = ?1",
    };
    let select =
        format!("SELECT id FROM accounts WHERE closed_at IS NULL AND phone = ?2 AND {of_kind}");
    Ok(transaction
        .query_row(&select, params![request.identifier, request.phone], |row| {
            row.get(0)
        })
        .optional()?)
}
