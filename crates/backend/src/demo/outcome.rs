//! What the officer sees of a dossier beside its status: results, the hand-over, messages and the rating.

use contract::dossier::{DossierStatus, Handover, Message, Rating, ResultDocument};
use rusqlite::Transaction;

use crate::dossiers::{conversation_store, rating, result_store};
use crate::refusal::Refusal;

/// The number of messages that the page `/demo` shows.
const MAX_MESSAGES: u32 = 5;

/// The results, messages and rating of a dossier.
pub(super) struct DossierOutcome {
    pub(super) results: Vec<ResultDocument>,
    pub(super) handover: Option<Handover>,
    /// The latest messages, oldest first.
    pub(super) messages: Vec<Message>,
    pub(super) rating: Option<Rating>,
}

impl DossierOutcome {
    /// Loads the outcome of a dossier.
    pub(super) fn load(
        transaction: &Transaction<'_>,
        code: &str,
    ) -> Result<DossierOutcome, Refusal> {
        let mut messages = conversation_store::list(transaction, code, MAX_MESSAGES, 0)?;
        messages.reverse();
        Ok(DossierOutcome {
            results: result_store::list(transaction, code)?,
            handover: result_store::find_handover(transaction, code)?,
            messages,
            rating: rating::find(transaction, code)?,
        })
    }
}

/// Whether a result can be attached to a dossier with this status. A dossier that is being processed is finished by it.
pub(super) fn can_attach(status: DossierStatus) -> bool {
    matches!(
        status,
        DossierStatus::Processing | DossierStatus::Processed | DossierStatus::Returned
    )
}
