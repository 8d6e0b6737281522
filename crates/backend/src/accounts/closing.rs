//! Closing an account: a code proves that its owner asks. What isn't sent goes with it, files included; what was sent stays
//! with its agency, which has to keep it.

use axum::extract::State;
use contract::challenge::ChallengePurpose;
use rusqlite::Transaction;

use super::challenge::{self, Created};
use super::challenge_store::Beginning;
use crate::account_store;
use crate::address::Address;
use crate::drafts::draft_store;
use crate::refusal::Refusal;
use crate::signed_in::Citizen;
use crate::state::AppState;

/// `POST /account/closing`.
pub(super) async fn begin(
    State(state): State<AppState>,
    citizen: Citizen,
    address: Address,
) -> Result<Created, Refusal> {
    let phone = citizen.account.phone.ok_or(Refusal::PhoneMissing)?;
    let within = state.clone();
    let begun = state.store.run(move |transaction| {
        let beginning = Beginning::of_account(ChallengePurpose::Closing, citizen.account_id, phone);
        challenge::begin(transaction, &within, &address, &beginning)
    });
    challenge::created(&state, begun.await?).await
}

/// Closes the account, and returns the files that are now nobody's.
pub(super) fn finish(
    transaction: &Transaction<'_>,
    account_id: i64,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let files = draft_store::remove_all(transaction, account_id)?;
    account_store::close(transaction, account_id, now)?;
    Ok(files)
}
