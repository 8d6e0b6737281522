//! Closing an account. A one-time code confirms it. Drafts and their files are deleted. Dossiers are kept, because the
//! agency must keep them. They can still be looked up with their code and the phone or citizen id of the account.

use axum::extract::State;
use contract::challenge::ChallengePurpose;
use rusqlite::Transaction;

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use crate::auth::extractors::Citizen;
use crate::http::client_ip::ClientIp;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::{drafts, former_identifiers};

/// `POST /account/closing`: sends the code that confirms the closing.
pub(super) async fn start_closing(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
) -> Result<ChallengeCreated, Refusal> {
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        // The phone is read in this transaction, because it may have changed since the request arrived.
        let phone = accounts::find(transaction, citizen.account_id)?.phone;
        let phone = phone.ok_or(Refusal::PhoneMissing)?;
        let new_challenge =
            NewChallenge::of_account(ChallengePurpose::Closing, citizen.account_id, phone);
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Closes the account. Returns the ids of the files that the caller must delete from disk.
pub(super) fn close_account(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
) -> Result<Vec<String>, Refusal> {
    let account = accounts::find(transaction, account_id)?;
    let phone = account.phone.as_deref().into_iter();
    let identifiers = phone.chain([account.citizen_id.as_str()]);
    let hashes = identifiers.map(|identifier| state.secret.hash_former_identifier(identifier));
    former_identifiers::insert(transaction, account_id, hashes)?;
    let now = state.clock.now();
    let files = drafts::remove_all(transaction, account_id, now)?;
    accounts::close(transaction, account_id, now)?;
    state.events.announce_end_of_session(account_id);
    Ok(files)
}
