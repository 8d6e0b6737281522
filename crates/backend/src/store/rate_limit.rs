//! Rate limits: how often a password, a code or a lookup may be tried, and how many drafts or uploads may be created.
//! Attempts are stored under a keyed hash, so that the database reveals no identifier and no IP address.
//!
//! Attempts are counted before their result is known, in a transaction of their own. Otherwise concurrent attempts
//! would all see the same count, and a refused request would roll its own count back. Created drafts and uploads are
//! counted in the transaction that stores them, so refused or repeated requests don't count.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// Attempts older than this are deleted. No limit covers a longer period.
const KEPT_SECONDS: i64 = 24 * 3600;

/// A maximum of attempts in a period.
pub(crate) struct RateLimit {
    /// Maximum of attempts.
    pub(crate) max: u32,
    /// The period in seconds. Nobody is blocked for longer.
    pub(crate) seconds: i64,
}

/// Counts an attempt under `key`, or refuses it with 429 if the limit is reached.
pub(crate) fn record_attempt(
    transaction: &Transaction<'_>,
    key: [u8; 32],
    limit: &RateLimit,
    now: i64,
) -> Result<(), Refusal> {
    let long_ago = now - KEPT_SECONDS;
    transaction.execute("DELETE FROM tries WHERE at <= ?1", [long_ago])?;
    // If the clock was set back, count these attempts as made now. Otherwise they would block the key until the clock
    // catches up.
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

/// Deletes all attempts under `key`, after a successful one.
pub(crate) fn reset(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute("DELETE FROM tries WHERE whose = ?1", params![key])?;
    Ok(())
}

/// Deletes the latest attempt under a `key` that several people share. A success must not clear the attempts of the
/// others.
pub(crate) fn undo_attempt(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM tries WHERE rowid = (SELECT max(rowid) FROM tries WHERE whose = ?1)",
        params![key],
    )?;
    Ok(())
}
