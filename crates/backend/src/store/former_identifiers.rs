//! Keyed hashes of the phone and the citizen id of closed accounts. The account keeps no personal data, but whoever filed
//! a dossier can still look it up with its code and the number that they used.

use rusqlite::{Transaction, params};

use crate::auth::secret::Secret;
use crate::refusal::Refusal;

/// Stores the hashes of the identifiers of an account that is about to be closed.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    secret: &Secret,
    account_id: i64,
    identifiers: &[&str],
) -> Result<(), Refusal> {
    for identifier in identifiers {
        transaction.execute(
            "INSERT OR IGNORE INTO former_identifiers (identifier_hash, account_id) VALUES (?1, ?2)",
            params![hash(secret, identifier), account_id],
        )?;
    }
    Ok(())
}

/// The hash of an identifier, as it is stored.
pub(crate) fn hash(secret: &Secret, identifier: &str) -> [u8; 32] {
    secret.hash("former-identifier", &[identifier])
}
