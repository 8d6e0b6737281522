//! What the citizen may do with a dossier now.

use contract::dossier::{CitizenAction, Rating};
use contract::time::Day;
use rusqlite::Transaction;

use super::dossier_store::StoredDossier;
use super::{rating, withdrawal};
use crate::data::Data;
use crate::refusal::Refusal;

/// The actions that are possible today, in the order in which the app offers them.
pub(super) fn possible_actions(
    transaction: &Transaction<'_>,
    data: &Data,
    dossier: &StoredDossier,
    given: Option<&Rating>,
    today: &Day,
) -> Result<Vec<CitizenAction>, Refusal> {
    let offered = [
        (CitizenAction::Message, true),
        (
            CitizenAction::Rate,
            rating::can_rate(transaction, dossier, given, today)?,
        ),
        (CitizenAction::Copy, can_copy(data, dossier)),
        (
            CitizenAction::Withdraw,
            withdrawal::can_withdraw(transaction, dossier)?,
        ),
    ];
    let possible = offered.into_iter().filter(|(_, is_possible)| *is_possible);
    Ok(possible.map(|(action, _)| action).collect())
}

/// Whether another dossier can begin with the same answers: the procedure is still offered, and has the same form.
fn can_copy(data: &Data, dossier: &StoredDossier) -> bool {
    let procedure = data.procedure(&dossier.receipt.procedure.key);
    procedure.is_some_and(|procedure| procedure.form == dossier.form)
}
