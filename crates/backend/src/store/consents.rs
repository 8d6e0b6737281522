//! Table of consents. Each row contains the wording, and when the consent was given and withdrawn. The row of a
//! withdrawn consent is kept as a proof until the account is closed.

use contract::consent::{Consent, ConsentPurpose};
use rusqlite::{Transaction, params};

use crate::clock::timestamp;
use crate::data::Data;
use crate::refusal::Refusal;

/// Key of the purpose: offering the citizen's earlier answers for a new dossier.
pub(crate) const REUSE_ANSWERS: &str = "reuse_answers";
/// Key of the purpose: sending a text message about each step of a dossier.
pub(crate) const PROGRESS_MESSAGES: &str = "progress_messages";

/// Lists all consents of an account, newest first.
pub(crate) fn list(
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

/// Stores a consent in the current wording. Does nothing if the account has already given this consent.
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

/// Withdraws an account's consents for a purpose, in all wordings. Returns whether a consent was withdrawn.
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

/// Whether the account has given the consent for a purpose in its current wording. `false` if the portal doesn't ask
/// for this purpose.
pub(crate) fn is_given(
    transaction: &Transaction<'_>,
    data: &Data,
    account_id: i64,
    purpose: &str,
) -> Result<bool, Refusal> {
    let mut purposes = data.consents().iter();
    match purposes.find(|asked| asked.key == purpose) {
        Some(purpose) => has_version(transaction, account_id, purpose),
        None => Ok(false),
    }
}

/// Returns 403 unless the account has given every required consent in its current wording.
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

/// Whether the account has given the consent for a purpose in exactly this version.
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
