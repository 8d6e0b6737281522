//! Another phone, by whoever is signed in and knows the password. The code goes to the new phone, so that nobody takes one
//! that isn't theirs; the old one hears of it once it is done. A phone that has another citizen's account hears so instead of
//! getting a code, and whoever asked is answered as ever. An account without a password came through an identity provider:
//! having come through it, or answered a code, a short while ago takes the password's place.

use axum::extract::State;
use contract::account::PhoneChange;
use contract::challenge::ChallengePurpose;
use rusqlite::Transaction;

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::{MessageContent, OwnerWarning};
use super::one_time_code::{self, OutgoingMessage};
use super::password_check::{self, PasswordOwner};
use super::registration_fields::require_phone;
use crate::auth::extractors::Citizen;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;

/// `POST /account/phone`.
pub(super) async fn begin(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
    JsonBody(change): JsonBody<PhoneChange>,
) -> Result<ChallengeCreated, Refusal> {
    require_phone(&change.phone)?;
    let (_, known) = password_check::load_phone_and_hash(&state, citizen.account_id).await?;
    if known.is_none() {
        citizen.require_recent_proof(state.clock.now())?;
    } else {
        let required = || Refusal::invalid_property("/password", "required");
        let password = change.password.ok_or_else(required)?;
        password_check::require_length(&password, "/password")?;
        let whose = PasswordOwner::Account(citizen.account_id, known);
        password_check::verify(&state, &client_ip, whose, &password).await?;
    }
    let within = state.clone();
    let begun = state.store.run(move |transaction| {
        let taken = is_taken(transaction, citizen.account_id, &change.phone)?;
        let beginning = NewChallenge {
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
        challenge::begin(transaction, &within, &client_ip, &beginning)
    });
    challenge::created(&state, begun.await?).await
}

/// Gives the account its new phone, and the warning for the old one. Whoever has the old phone may hold a session of this
/// account, or a code that went there: all of it ends but the session that asks.
pub(super) fn finish(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    phone: &str,
    but_session: Option<[u8; 32]>,
) -> Result<Option<OutgoingMessage>, Refusal> {
    if is_taken(transaction, account_id, phone)? {
        // Somebody else has registered with it meanwhile.
        return Err(Refusal::CodeExpired);
    }
    let old = accounts::find(transaction, account_id)?.phone;
    accounts::set_phone(transaction, account_id, phone)?;
    password_check::revoke_sessions_and_codes(transaction, account_id, but_session)?;
    let old = old.filter(|old| old != phone);
    Ok(old.map(|old| one_time_code::warning_message(state, old, OwnerWarning::PhoneChanged)))
}

fn is_taken(transaction: &Transaction<'_>, account_id: i64, phone: &str) -> Result<bool, Refusal> {
    let account = accounts::find(transaction, account_id)?;
    Ok(account.organisation.is_none()
        && accounts::has_another_citizen(transaction, phone, account_id)?)
}
