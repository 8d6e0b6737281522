//! Closing an account. A one-time code confirms it. Drafts and their files are deleted. Dossiers are kept, because the
//! agency must keep them.

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
use crate::store::drafts;

/// `POST /account/closing`: sends the code that confirms the closing.
pub(super) async fn start_closing(
    State(state): State<AppState>,
    citizen: Citizen,
    client_ip: ClientIp,
) -> Result<ChallengeCreated, Refusal> {
    let phone = citizen.account.phone.ok_or(Refusal::PhoneMissing)?;
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        let new_challenge =
            NewChallenge::of_account(ChallengePurpose::Closing, citizen.account_id, phone);
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Closes the account. Returns the ids of the files that the caller must delete from disk.
pub(super) fn close_account(
    transaction: &Transaction<'_>,
    account_id: i64,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let files = drafts::remove_all(transaction, account_id, now)?;
    accounts::close(transaction, account_id, now)?;
    Ok(files)
}
