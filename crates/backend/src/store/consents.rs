//! Consents as the store keeps them: each with the words that stood there and its moment, and never removed while the
//! account stands, because a withdrawn one is still the proof of both.

use contract::consent::{Consent, ConsentPurpose};
use rusqlite::{Transaction, params};

use crate::clock::timestamp;
use crate::data::Data;
use crate::refusal::Refusal;

/// What was declared before may be offered again.
pub(crate) const REUSE_ANSWERS: &str = "reuse_answers";
/// Each step of an office is told by message.
pub(crate) const PROGRESS_MESSAGES: &str = "progress_messages";

/// Every consent of an account, the newest first.
pub(crate) fn of_account(
    transaction: &Transaction<'_>,
    account_id: i64,
) -> Result<Vec<Consent>, Refusal> {
    let mut consents = transaction.prepare(
        "SELECT purpose, version, wording, given_at, withdrawn_at FROM consents
         WHERE account_id = ?1 ORDER BY id DESC",
    )?;
    let consents = consents.query_map([account_id], |row| {
        Ok(Consent {
            purpose: row.get(0)?,
            version: row.get(1)?,
            wording: row.get(2)?,
            given_at: timestamp(row.get(3)?),
            withdrawn_at: row.get::<_, Option<i64>>(4)?.map(timestamp),
        })
    })?;
    Ok(consents.collect::<Result<_, _>>()?)
}

/// Keeps a consent in its present wording. One that stands already stays as it was given.
pub(crate) fn give(
    transaction: &Transaction<'_>,
    account_id: i64,
    purpose: &ConsentPurpose,
    now: i64,
) -> Result<(), Refusal> {
    if !has_version(transaction, account_id, purpose)? {
        transaction.execute(
            "INSERT INTO consents (account_id, purpose, version, wording, given_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                account_id,
                purpose.key,
                purpose.version,
                purpose.wording,
                now
            ],
        )?;
    }
    Ok(())
}

/// Withdraws what was consented to for a purpose, in whatever wording; tells whether anything was.
pub(crate) fn withdraw(
    transaction: &Transaction<'_>,
    account_id: i64,
    purpose: &str,
    now: i64,
) -> Result<bool, Refusal> {
    let withdrawn = transaction.execute(
        "UPDATE consents SET withdrawn_at = ?3
         WHERE account_id = ?1 AND purpose = ?2 AND withdrawn_at IS NULL",
        params![account_id, purpose, now],
    )?;
    Ok(withdrawn > 0)
}

/// Whether the account consents to a purpose in its present wording. What isn't asked for isn't consented to.
pub(crate) fn is_given(
    transaction: &Transaction<'_>,
    data: &Data,
    account_id: i64,
    purpose: &str,
) -> Result<bool, Refusal> {
    let mut asked = data.consents().iter();
    match asked.find(|asked| asked.key == purpose) {
        Some(purpose) => has_version(transaction, account_id, purpose),
        None => Ok(false),
    }
}

/// Refuses what needs every required consent where one is lacking: it was never asked for, or its wording is another now.
pub(crate) fn require_all(
    transaction: &Transaction<'_>,
    data: &Data,
    account_id: i64,
) -> Result<(), Refusal> {
    for purpose in data.consents().iter().filter(|purpose| purpose.required) {
        if !has_version(transaction, account_id, purpose)? {
            return Err(Refusal::ConsentNeeded);
        }
    }
    Ok(())
}

fn has_version(
    transaction: &Transaction<'_>,
    account_id: i64,
    purpose: &ConsentPurpose,
) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM consents WHERE account_id = ?1 AND purpose = ?2
                            AND version = ?3 AND withdrawn_at IS NULL)",
        params![account_id, purpose.key, purpose.version],
        |row| row.get(0),
    )?)
}
