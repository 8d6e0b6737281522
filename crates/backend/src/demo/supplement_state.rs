//! What the office has asked about a dossier and what it has received, for the page `/demo`.

use contract::dossier::{SentSupplement, SupplementRequest};
use rusqlite::Transaction;

use crate::dossiers::supplement_store;
use crate::refusal::Refusal;

/// What the office has asked about a dossier, and what it has received.
pub(super) struct SupplementState {
    /// The request that the citizen hasn't answered.
    pub(super) open: Option<SupplementRequest>,
    /// The replies of the citizen, the newest first.
    pub(super) sent: Vec<SentSupplement>,
}

impl SupplementState {
    /// Loads the requests about a dossier and the replies.
    pub(super) fn load(transaction: &Transaction<'_>, code: &str) -> Result<Self, Refusal> {
        Ok(SupplementState {
            open: supplement_store::find_open(transaction, code)?,
            sent: supplement_store::list_sent(transaction, code)?,
        })
    }
}
