//! Rate limits: how often a password, a code or a lookup may be tried, and how many drafts or uploads may be created.
//! Attempts are stored under a keyed hash, so the database doesn't reveal identifiers or IP addresses.
//!
//! An attempt is counted before its result is known, in a separate transaction. Otherwise concurrent attempts would all
//! see the same count, and the rollback of a refused request would also undo its count. Created drafts and uploads are
//! counted in the transaction that stores them, so refused or repeated requests don't count.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// How long attempts are kept, in seconds. No limit has a longer period.
const RETENTION_SECONDS: i64 = 24 * 3600;

/// A maximum number of attempts within a period.
pub(crate) struct RateLimit {
    /// Maximum number of attempts in the period.
    pub(crate) max: u32,
    /// Length of the period, in seconds. A client is never blocked for longer than this.
    pub(crate) seconds: i64,
}

/// Counts an attempt under `key`. If the limit is reached, returns 429 instead.
pub(crate) fn record_attempt(
    transaction: &Transaction<'_>,
    key: [u8; 32],
    limit: &RateLimit,
    now: i64,
) -> Result<(), Refusal> {
    let long_ago = now - RETENTION_SECONDS;
    transaction.execute("DELETE FROM tries WHERE at <= ?1", [long_ago])?;
    // If the clock was set back, stored attempts may be in the future. They get the current time. Otherwise they would
    // block the key until the clock reaches their time.
    transaction.execute("UPDATE tries SET at = ?1 WHERE at > ?1", [now])?;
    let (made, first): (u32, Option<i64>) = transaction.query_row(
        "SELECT count(*), min(at) FROM tries WHERE whose = ?1 AND at > ?2",
        params![key, now - limit.seconds],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if made < limit.max {
        transaction.execute(
            "INSERT INTO tries (whose, at) VALUES (?1, ?2)",
            params![key, now],
        )?;
        return Ok(());
    }
    let wait = first.map_or(limit.seconds, |first| first + limit.seconds - now);
    Err(Refusal::TooManyRequests {
        retry_after_seconds: u32::try_from(wait).unwrap_or(1),
    })
}

/// Deletes all attempts under `key`. It is called after a successful attempt.
pub(crate) fn reset(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute("DELETE FROM tries WHERE whose = ?1", params![key])?;
    Ok(())
}

/// Deletes only the latest attempt under `key`. It is called after a successful attempt if several people share the
/// key, because the attempts of the other people must stay.
pub(crate) fn undo_attempt(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM tries WHERE rowid = (SELECT max(rowid) FROM tries WHERE whose = ?1)",
        params![key],
    )?;
    Ok(())
}
