//! Setting, changing and removing the e-mail address while signed in. The request must contain the password; for an
//! account without a password, a recent sign-in is required instead.
//!
//! The code goes to the new address, which proves that the citizen reads it. The old address gets a message after the
//! change. Several accounts may have the same address, for example those of a family.

use axum::extract::State;
use axum::http::StatusCode;
use contract::account::{Account, EmailChange};
use contract::challenge::ChallengePurpose;
use domain::format::parse_email;
use rusqlite::Transaction;

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::OwnerWarning;
use super::one_time_code::{self, OutgoingMessage, Recipient};
use super::password_check;
use crate::auth::extractors::Citizen;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/email`: sends a code to the new address. 404 if this backend sends no e-mails.
pub(super) async fn start_email_change(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
    JsonBody(change): JsonBody<EmailChange>,
) -> Result<ChallengeCreated, Refusal> {
    if !state.emails.is_available() {
        return Err(Refusal::NotFound);
    }
    if parse_email(&change.email).as_ref() != Ok(&change.email) {
        return Err(Refusal::invalid_property("/email", "format"));
    }
    let verified = if citizen.account.lacks_password {
        citizen.require_recent_proof(state.clock.now())?;
        None
    } else {
        let required = || Refusal::invalid_property("/password", "required");
        let password = change.password.ok_or_else(required)?;
        password_check::require_length(&password, "/password")?;
        Some(password_check::verify_own_password(&state, &citizen, &password).await?)
    };
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        password_check::require_session(transaction, &citizen)?;
        if let Some(verified) = verified {
            verified.load_account(transaction)?;
        }
        let new_challenge = NewChallenge::of_account(
            ChallengePurpose::EmailChange,
            citizen.account_id,
            change.email,
        );
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Stores the new address, and returns the account with the message for the old address.
pub(super) fn complete_email_change(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    email: &str,
) -> Result<(Account, Option<OutgoingMessage>), Refusal> {
    let old = accounts::find(transaction, account_id)?.email;
    accounts::set_email(transaction, account_id, Some(email))?;
    let old = old.filter(|old| old != email);
    let warning = old.map(|old| {
        one_time_code::warning_to(state, Recipient::Email(old), OwnerWarning::EmailChanged)
    });
    Ok((accounts::find(transaction, account_id)?, warning))
}

/// `DELETE /account/email`: removes the address. The address gets a message about it.
pub(super) async fn remove_email(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<StatusCode, Refusal> {
    citizen.require_recent_proof(state.clock.now())?;
    let account_id = citizen.account_id;
    let removed = state.store.run(move |transaction| {
        let old = accounts::find(transaction, account_id)?.email;
        accounts::set_email(transaction, account_id, None)?;
        Ok(old)
    });
    if let Some(old) = removed.await? {
        let recipient = Recipient::Email(old);
        one_time_code::warning_to(&state, recipient, OwnerWarning::EmailRemoved)
            .send(&state)
            .await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
