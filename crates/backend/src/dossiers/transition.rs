//! Changes the status of a dossier. Every change goes through [`change_status`]: it refuses a change that the table in
//! [`domain::status`] doesn't contain, moves the dossier to the office that handles it next, records a step in the
//! history, updates the group of a part, and records the notice to the citizen.

use contract::dossier::{DossierStatus, SupplementKind};
use domain::status::{Actor, find_transition, may_change_while_waiting, may_withdraw};
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::group_progress::{self, GroupChanges};
use super::history::{self, HistoryStep};
use super::supplement_store::{self, NewSupplement};
use super::{notices, part_store, terms};
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees;

/// Name of the officer at the front office (Bộ phận Một cửa) who handles dossiers.
const FRONT_OFFICE_HANDLER: &str = "Cán bộ tiếp nhận (bản thử)";
/// Name of the officer at the specialist office (bộ phận chuyên môn) who handles dossiers.
const BACK_OFFICE_HANDLER: &str = "Cán bộ thụ lý (bản thử)";

/// A change of a dossier's status.
pub(crate) struct StatusChange<'a> {
    /// The status after the change.
    pub(crate) to: DossierStatus,
    /// Who makes the change.
    pub(crate) by: Actor,
    /// Name of the step in the history. `None`: the name in the table of status changes.
    pub(crate) action: Option<&'a str>,
    /// What the office writes to the citizen, or why the citizen asks for the change.
    pub(crate) note: Option<String>,
    /// Whether the citizen gets the notice of the new status. Not if the caller records a notice that says more.
    pub(crate) is_announced: bool,
}

/// Changes the status of a dossier and stores it, with the notice to the citizen. Returns the dossier as it is stored
/// now.
///
/// # Errors
///
/// `ImpossibleMove` if the table of status changes doesn't allow the change, if the dossier is a part that waits for the
/// result of another part, or if it is a group: its status follows from its parts. `InvalidAnswers` with the pointer
/// `/reason` if the change needs a reason and has none.
pub(crate) fn change_status(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    change: StatusChange<'_>,
) -> Result<StoredDossier, Refusal> {
    change_with_group(transaction, state, dossier, change).map(|(after, _)| after)
}

/// As [`change_status`]. Returns also what the change has caused in the group of a part.
fn change_with_group(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    change: StatusChange<'_>,
) -> Result<(StoredDossier, GroupChanges), Refusal> {
    let impossible = || Refusal::ImpossibleMove {
        from: dossier.status,
        to: change.to,
    };
    let transition =
        find_transition(Some(dossier.status), change.to, change.by).ok_or_else(impossible)?;
    if !part_store::load_parts(transaction, &dossier.receipt.code)?.is_empty() {
        return Err(impossible());
    }
    if !may_change_while_waiting(transition) && part_store::waits(transaction, &dossier)? {
        return Err(impossible());
    }
    if change.to == DossierStatus::WithdrawalRequested && !can_be_withdrawn(transaction, &dossier)?
    {
        return Err(impossible());
    }
    if transition.reason_required && change.note.is_none() {
        return Err(Refusal::invalid_property("/reason", "minLength"));
    }
    let due_on = terms::follow_status(transaction, state, &dossier, change.to)?;
    let now = state.clock.now();
    let today = clock::day(state.clock.today());
    let from = dossier.status;
    let before = Desk::holding(&dossier);
    let next = Desk::after(change.to, before);
    let before_office = dossier.office.clone();
    let withdrawn =
        dossier.status == DossierStatus::WithdrawalRequested && change.to == DossierStatus::Paused;
    let ends = matches!(change.to, DossierStatus::Rejected | DossierStatus::Returned);
    if ends || withdrawn {
        fees::cancel_open(transaction, &dossier.receipt.code, now)?;
    }
    let after = StoredDossier {
        status: change.to,
        open_fee: fees::has_open_online(transaction, &dossier.receipt.code, &today)?,
        withdrawn,
        office: next.office(&dossier.receipt.agency_name),
        handler: Some(next.handler().to_owned()),
        note: change.note,
        due_on,
        updated_at: now,
        ..dossier
    };
    dossier_store::update(transaction, &after)?;
    keep_one_request(transaction, &after, now)?;
    let step = HistoryStep {
        at: now,
        status: after.status,
        action: change.action.unwrap_or(transition.action),
        by: change.by,
        office: &before_office,
        handler: (change.by == Actor::Officer).then_some(before.handler()),
        note: after.note.as_deref(),
        deadline: history::deadline(
            after.status,
            &today,
            after.due_on.as_ref(),
            state.data.office_calendar(),
        ),
    };
    history::record_step(transaction, &after.receipt.code, &step, &today)?;
    let mut group_changes = group_progress::propagate(transaction, state, &after, &step)?;
    reject_waiting_parts(transaction, state, &after, &mut group_changes)?;
    if change.is_announced {
        notices::announce_step(transaction, state, from, change.by, &after, &group_changes)?;
    }
    Ok((after, group_changes))
}

/// Whether the citizen may ask to withdraw a dossier that isn't a group.
pub(super) fn can_be_withdrawn(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<bool, Refusal> {
    let code = &dossier.receipt.code;
    let was_accepted = history::was_accepted(transaction, code)?;
    let is_paid = fees::has_paid(transaction, code)?;
    Ok(may_withdraw(dossier.status, was_accepted, is_paid))
}

/// Rejects the parts that wait for a part which has no result now. Each rejection also rejects the parts that wait for the
/// rejected one.
fn reject_waiting_parts(
    transaction: &Transaction<'_>,
    state: &AppState,
    ended: &StoredDossier,
    changes: &mut GroupChanges,
) -> Result<(), Refusal> {
    for code in group_progress::codes_without_predecessor(transaction, ended)? {
        // The rejection of another part may have rejected this one already.
        let waiting = dossier_store::find_for_officer(transaction, &code)?;
        if waiting.status != DossierStatus::Registered {
            continue;
        }
        let change = StatusChange {
            to: DossierStatus::Rejected,
            by: Actor::System,
            action: None,
            note: Some(group_progress::missing_result_text(ended)),
            // The notice about the part that caused it names this part too.
            is_announced: false,
        };
        let (rejected, further) = change_with_group(transaction, state, waiting, change)?;
        group_progress::announce_part(transaction, state, &code)?;
        changes.rejected.push(rejected.receipt.procedure.name);
        changes.rejected.extend(further.rejected);
    }
    Ok(())
}

/// Makes sure that a dossier has an open request for a supplement exactly while it has the status 5. An office that
/// wrote only a text asks for a text or any papers.
fn keep_one_request(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    now: i64,
) -> Result<(), Refusal> {
    let code = &dossier.receipt.code;
    if dossier.status != DossierStatus::SupplementRequested {
        return supplement_store::close_request(transaction, code, None, now);
    }
    if supplement_store::find_open(transaction, code)?.is_some() {
        return Ok(());
    }
    let new = NewSupplement {
        kind: SupplementKind::Supplement,
        reason: dossier.note.clone().unwrap_or_default(),
        items: Vec::new(),
        until: None,
    };
    supplement_store::insert(transaction, code, &new, now)
}

/// Which of an agency's two offices holds a dossier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Desk {
    /// «Bộ phận Một cửa», which receives dossiers and returns results.
    Front,
    /// «Bộ phận chuyên môn», which processes dossiers.
    Back,
}

impl Desk {
    /// The desk that holds the dossier now.
    fn holding(dossier: &StoredDossier) -> Desk {
        match dossier.office == history::back_office(&dossier.receipt.agency_name) {
            true => Desk::Back,
            false => Desk::Front,
        }
    }

    /// The desk that holds a dossier after its status has become `status`.
    fn after(status: DossierStatus, before: Desk) -> Desk {
        match status {
            DossierStatus::Processing | DossierStatus::Paused => Desk::Back,
            // While the citizen must act, the dossier stays at the office that handles it.
            DossierStatus::SupplementRequested
            | DossierStatus::ObligationRequested
            | DossierStatus::WithdrawalRequested => before,
            DossierStatus::Registered
            | DossierStatus::Accepted
            | DossierStatus::Rejected
            | DossierStatus::Processed
            | DossierStatus::Returned
            | DossierStatus::Other(_) => Desk::Front,
        }
    }

    fn office(self, agency_name: &str) -> String {
        match self {
            Desk::Front => history::front_office(agency_name),
            Desk::Back => history::back_office(agency_name),
        }
    }

    fn handler(self) -> &'static str {
        match self {
            Desk::Front => FRONT_OFFICE_HANDLER,
            Desk::Back => BACK_OFFICE_HANDLER,
        }
    }
}
