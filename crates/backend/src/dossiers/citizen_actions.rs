//! What the citizen may do with a dossier now.

use contract::dossier::{CitizenAction, Rating};
use contract::time::Day;
use rusqlite::Transaction;

use super::dossier_store::StoredDossier;
use super::{rating, supplement_store, withdrawal};
use crate::data::Data;
use crate::refusal::Refusal;
use crate::store::fees;

/// The actions that are possible today, in the order in which the app offers them.
pub(super) fn possible_actions(
    transaction: &Transaction<'_>,
    data: &Data,
    dossier: &StoredDossier,
    given: Option<&Rating>,
    today: &Day,
) -> Result<Vec<CitizenAction>, Refusal> {
    let code = &dossier.receipt.code;
    let offered = [
        (
            CitizenAction::Supplement,
            supplement_store::find_open(transaction, code)?.is_some(),
        ),
        (
            CitizenAction::Pay,
            has_fee_to_pay(transaction, dossier, today)?,
        ),
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

/// Whether the citizen can pay a fee of the dossier now, or of a part of it.
fn has_fee_to_pay(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    today: &Day,
) -> Result<bool, Refusal> {
    for fee in fees::list_of_dossier(transaction, &dossier.receipt.code)? {
        if fee.can_be_paid(transaction, today)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether another dossier can begin with the same answers: the procedure is still offered, and has the same form.
fn can_copy(data: &Data, dossier: &StoredDossier) -> bool {
    let procedure = data.procedure(&dossier.receipt.procedure.key);
    procedure.is_some_and(|procedure| procedure.form == dossier.form)
}
