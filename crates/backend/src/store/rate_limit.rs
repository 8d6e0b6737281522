//! How often something may be tried: a password, a dossier's code, a feedback; or begun: a draft, an upload. Kept under a
//! hash of whom or what it is tried on, so that the store tells no identifier and no address.
//!
//! A try is counted before its outcome is known, and in a transaction of its own: as many as anybody sends at once
//! must not all be made on one count, and a refusal must not take its own count back. What is begun is counted where it
//! is kept: one that was refused, or had been begun already, is none.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// No limit counts over longer, so older tries are forgotten.
const KEPT_SECONDS: i64 = 24 * 3600;

/// So many tries in so long.
pub(crate) struct RateLimit {
    /// The most there may be.
    pub(crate) max: u32,
    /// Over how many seconds; nobody is kept out for longer.
    pub(crate) seconds: i64,
}

/// Counts one more try, or refuses it while there have been too many.
pub(crate) fn record_attempt(
    transaction: &Transaction<'_>,
    whose: [u8; 32],
    limit: &RateLimit,
    now: i64,
) -> Result<(), Refusal> {
    let long_ago = now - KEPT_SECONDS;
    transaction.execute("DELETE FROM tries WHERE at <= ?1", [long_ago])?;
    // Counted by a clock that has been put back since: nobody may be kept out until it is there again.
    transaction.execute("UPDATE tries SET at = ?1 WHERE at > ?1", [now])?;
    let (made, first): (u32, Option<i64>) = transaction.query_row(
        "SELECT count(*), min(at) FROM tries WHERE whose = ?1 AND at > ?2",
        params![whose, now - limit.seconds],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if made < limit.max {
        transaction.execute(
            "INSERT INTO tries (whose, at) VALUES (?1, ?2)",
            params![whose, now],
        )?;
        return Ok(());
    }
    let wait = first.map_or(limit.seconds, |first| first + limit.seconds - now);
    Err(Refusal::TooManyRequests {
        retry_after_seconds: u32::try_from(wait).unwrap_or(1),
    })
}

/// A right try clears its own count and those before it.
pub(crate) fn reset(transaction: &Transaction<'_>, whose: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute("DELETE FROM tries WHERE whose = ?1", params![whose])?;
    Ok(())
}

/// Takes the latest try back from a count that many share: one that was right after all must not clear what the others
/// have tried.
pub(crate) fn undo_attempt(transaction: &Transaction<'_>, whose: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM tries WHERE rowid = (SELECT max(rowid) FROM tries WHERE whose = ?1)",
        params![whose],
    )?;
    Ok(())
}
