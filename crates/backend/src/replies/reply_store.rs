//! Table of sent replies. A repeated request finds the proof of its first attempt here.

use contract::reply::{Reply, ReplyReceipt};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;

/// Records a sent reply, with the request that sends it.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    account_id: i64,
    reply: &Reply,
    request: &IdempotentRequest,
    receipt: &ReplyReceipt,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO replies (account_id, dossier_code, kind, request, sent_key, body_hash, receipt,
                              sent_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            account_id,
            reply.dossier,
            reply.kind.key(),
            reply.request,
            request.key,
            request.body_hash,
            serde_json::to_string(receipt)?,
            now,
        ],
    )?;
    Ok(())
}

/// Finds the reply that a request with this idempotency key sent. Returns its proof and the hash of that request.
pub(super) fn find_by_key(
    transaction: &Transaction<'_>,
    account_id: i64,
    key: &str,
) -> Result<Option<(ReplyReceipt, Vec<u8>)>, Refusal> {
    let sent = transaction
        .query_row(
            "SELECT receipt, body_hash FROM replies WHERE account_id = ?1 AND sent_key = ?2",
            params![account_id, key],
            |row| Ok((row.get::<_, String>(0)?, row.get(1)?)),
        )
        .optional()?;
    sent.map(|(receipt, hash)| Ok((serde_json::from_str(&receipt)?, hash)))
        .transpose()
}
