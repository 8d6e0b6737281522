//! Changing the phone while signed in. The request must contain the password. An account that was created through an
//! identity provider may have no password; then a recent sign-in is required instead.
//!
//! The code goes to the new phone, which proves that the citizen has this phone. The old phone gets a message after the
//! change. If the new phone belongs to another citizen's account, it gets a message without a code, and the response is
//! the same.

use axum::extract::State;
use contract::account::PhoneChange;
use contract::challenge::ChallengePurpose;
use rusqlite::Transaction;

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::{MessageContent, OwnerWarning};
use super::one_time_code::{self, OutgoingMessage};
use super::password_check;
use super::registration_fields::require_phone;
use crate::auth::extractors::Citizen;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/phone`: sends a code to the new phone.
pub(super) async fn start_phone_change(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
    JsonBody(change): JsonBody<PhoneChange>,
) -> Result<ChallengeCreated, Refusal> {
    require_phone(&change.phone)?;
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
        let taken = is_taken(transaction, citizen.account_id, &change.phone)?;
        let new_challenge = NewChallenge {
            content: if taken {
                MessageContent::PhoneTaken
            } else {
                MessageContent::Code
            },
            ..NewChallenge::of_account(
                ChallengePurpose::PhoneChange,
                citizen.account_id,
                change.phone,
            )
        };
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Stores the new phone and returns the message for the old phone. Ends all other sessions and challenges, because they
/// may belong to a person who has the old phone.
pub(super) fn complete_phone_change(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    phone: &str,
    except_session: Option<[u8; 32]>,
) -> Result<Option<OutgoingMessage>, Refusal> {
    if is_taken(transaction, account_id, phone)? {
        // Another citizen has registered with this phone since the code was sent.
        return Err(Refusal::CodeExpired);
    }
    let old = accounts::find(transaction, account_id)?.phone;
    accounts::set_phone(transaction, account_id, phone)?;
    password_check::revoke_sessions_and_codes(transaction, state, account_id, except_session)?;
    let old = old.filter(|old| old != phone);
    Ok(old.map(|old| one_time_code::warning_message(state, old, OwnerWarning::PhoneChanged)))
}

/// Whether the phone belongs to another citizen's account. Accounts of organisations may share a phone.
fn is_taken(transaction: &Transaction<'_>, account_id: i64, phone: &str) -> Result<bool, Refusal> {
    let account = accounts::find(transaction, account_id)?;
    Ok(account.organisation.is_none()
        && accounts::belongs_to_another_citizen(transaction, phone, account_id)?)
}
