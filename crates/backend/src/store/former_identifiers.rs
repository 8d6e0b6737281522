//! Keyed hashes of the phone and the citizen id of closed accounts. The account keeps no personal data, but whoever filed
//! a dossier can still look it up with its code and the number that they used.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// Stores the hashes of the identifiers of an account that is about to be closed, if it has dossiers. Without a dossier
/// there is nothing to look up.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    account_id: i64,
    hashes: impl Iterator<Item = [u8; 32]>,
) -> Result<(), Refusal> {
    for identifier_hash in hashes {
        transaction.execute(
            "INSERT OR IGNORE INTO former_identifiers (identifier_hash, account_id)
                SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM dossiers WHERE account_id = ?2)",
            params![identifier_hash, account_id],
        )?;
    }
    Ok(())
}
