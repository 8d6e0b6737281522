//! Table of requests about dossiers that the client may repeat with the same `Idempotency-Key`, for example a message.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;

/// Finds an earlier request of this account with the same key. Returns the id of what it created, if it created
/// anything. 409 if it was a different request.
pub(crate) fn find(
    transaction: &Transaction<'_>,
    account_id: i64,
    request: &IdempotentRequest,
) -> Result<Option<Option<String>>, Refusal> {
    let earlier: Option<(Option<String>, Vec<u8>)> = transaction
        .query_row(
            "SELECT outcome, body_hash FROM dossier_requests WHERE account_id = ?1 AND key = ?2",
            params![account_id, request.key],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    earlier
        .map(|(outcome, body_hash)| request.replay(outcome, &body_hash))
        .transpose()
}

/// Records a request, so that a repetition of it has no further effect.
pub(crate) fn remember_request(
    transaction: &Transaction<'_>,
    account_id: i64,
    request: &IdempotentRequest,
    outcome: Option<&str>,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO dossier_requests (account_id, key, body_hash, outcome) VALUES (?1, ?2, ?3, ?4)",
        params![account_id, request.key, request.body_hash, outcome],
    )?;
    Ok(())
}
