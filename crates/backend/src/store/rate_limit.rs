//! Rate limits: how often a password, a code or a lookup may be tried, and how many drafts or uploads may be created.
//! Attempts are stored under a keyed hash, so the database doesn't reveal identifiers or IP addresses.
//!
//! An attempt is counted before its result is known, in a separate transaction. Otherwise concurrent attempts would all
//! see the same count, and the rollback of a refused request would also undo its count. Created drafts and uploads are
//! counted in the transaction that stores them, so refused or repeated requests don't count.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;
use crate::store::database::Store;

/// How long attempts are kept, in seconds. No limit has a longer period.
const RETENTION_SECONDS: i64 = 24 * 3600;

/// A maximum number of attempts within a period.
#[derive(Clone, Copy)]
pub(crate) struct RateLimit {
    /// Maximum number of attempts in the period.
    pub(crate) max: u32,
    /// Length of the period, in seconds. A client is never blocked for longer than this.
    pub(crate) seconds: i64,
    /// Whether attempts of several people count towards the limit, for example of everybody at one IP address.
    pub(crate) is_shared: bool,
}

/// An attempt that was counted towards several limits before its result is known.
pub(crate) struct CountedAttempt(Vec<([u8; 32], RateLimit)>);

impl CountedAttempt {
    /// Counts an attempt towards each limit in this order. 429 at the first limit that is reached. The limits that only
    /// this person can reach come first, because the refusal names only one. A refused attempt isn't counted anywhere,
    /// because its password, code or number isn't compared.
    pub(crate) async fn count(
        store: &Store,
        limits: Vec<([u8; 32], RateLimit)>,
        now: i64,
    ) -> Result<CountedAttempt, Refusal> {
        let count = move |transaction: &Transaction<'_>| {
            for (reached, (key, limit)) in limits.iter().enumerate() {
                if let Err(refusal) = record_attempt(transaction, *key, limit, now) {
                    for (key, _) in limits.iter().take(reached) {
                        undo_attempt(transaction, *key)?;
                    }
                    // A refusal must not roll the transaction back, because times in the future have been corrected in
                    // it.
                    return Ok(Err(refusal));
                }
            }
            Ok(Ok(CountedAttempt(limits)))
        };
        store.run(count).await?
    }

    /// Lets the attempt count towards these limits even if it is given back later.
    pub(crate) fn keep(&mut self, limits: &[([u8; 32], RateLimit)]) {
        let is_kept = |key: &[u8; 32]| limits.iter().any(|(kept, _)| kept == key);
        self.0.retain(|(key, _)| !is_kept(key));
    }

    /// Takes the counts back after a right attempt. Of a shared limit only this attempt is taken back, because the
    /// attempts of the other people must stay. Of a limit that only this person can reach, all attempts are.
    pub(crate) fn give_back(&self, transaction: &Transaction<'_>) -> Result<(), Refusal> {
        for (key, limit) in &self.0 {
            if limit.is_shared {
                undo_attempt(transaction, *key)?;
            } else {
                reset(transaction, *key)?;
            }
        }
        Ok(())
    }
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
        is_shared: limit.is_shared,
    })
}

/// Deletes all attempts under `key`.
fn reset(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute("DELETE FROM tries WHERE whose = ?1", params![key])?;
    Ok(())
}

/// Deletes only the latest attempt under `key`.
pub(crate) fn undo_attempt(transaction: &Transaction<'_>, key: [u8; 32]) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM tries WHERE rowid = (SELECT max(rowid) FROM tries WHERE whose = ?1)",
        params![key],
    )?;
    Ok(())
}
