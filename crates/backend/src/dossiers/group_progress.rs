//! Effects that a change of one part has on its group. The status of the group's dossier is computed from the statuses
//! of its parts. Parts that wait for the changed part may start, or may be rejected.

use contract::dossier::DossierStatus;
use contract::time::Day;
use domain::status::{Actor, combined_status};
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::filing;
use super::history::{self, HistoryStep};
use super::part_store::{self, StoredPart};
use super::terms;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Names of the procedures of parts that were changed automatically.
#[derive(Default)]
pub(crate) struct GroupChanges {
    /// Procedures of parts that waited and now start.
    pub(crate) started: Vec<String>,
    /// Procedures of parts that are rejected because they waited for a part that was rejected.
    pub(crate) rejected: Vec<String>,
}

/// Updates the waiting parts and the group's dossier after one part has changed. The change of that part must already
/// be stored. Does nothing if the dossier isn't a part of a group.
pub(crate) fn propagate(
    transaction: &Transaction<'_>,
    state: &AppState,
    moved: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<GroupChanges, Refusal> {
    let mut changes = GroupChanges::default();
    let Some(whole) = &moved.whole else {
        return Ok(changes);
    };
    let parts = part_store::load_parts(transaction, whole)?;
    let is_moved = |part: &&StoredPart| part.dossier.receipt.code == moved.receipt.code;
    if let Some(part) = parts.iter().find(is_moved) {
        match moved.status {
            DossierStatus::Processed => {
                start_waiting(transaction, state, part, &parts, &mut changes)?
            }
            DossierStatus::Rejected => {
                reject_waiting(transaction, state, part, &parts, &mut changes)?
            }
            DossierStatus::Paused if moved.withdrawn => {
                reject_waiting(transaction, state, part, &parts, &mut changes)?
            }
            _ => {}
        }
    }
    let parts = part_store::load_parts(transaction, whole)?;
    update_group(transaction, state, whole, &parts, moved, step)?;
    Ok(changes)
}

/// Starts the parts that waited for `finished`, unless they wait for another part as well.
fn start_waiting(
    transaction: &Transaction<'_>,
    state: &AppState,
    finished: &StoredPart,
    all: &[StoredPart],
    changes: &mut GroupChanges,
) -> Result<(), Refusal> {
    let result = &finished.dossier.receipt.procedure.name;
    let waited = all.iter().filter(|part| part.after.contains(&finished.key));
    for part in waited.filter(|part| part.dossier.status == DossierStatus::Registered) {
        if !part.waits_for(all).is_empty() {
            continue;
        }
        let code = &part.dossier.receipt.procedure.key;
        let procedure = state.data.procedure(code);
        let started = StoredDossier {
            due_on: procedure.and_then(|procedure| filing::due_date(procedure, state)),
            updated_at: state.clock.now(),
            ..part.dossier.clone()
        };
        terms::begin_term(transaction, state, &started)?;
        let action = format!("Bắt đầu: đã có kết quả «{result}»");
        save_automatic(transaction, state, &started, &action)?;
        changes.started.push(started.receipt.procedure.name);
    }
    Ok(())
}

/// Rejects the parts that wait for `refused`, which was rejected or withdrawn, and also the parts that wait for these
/// parts.
fn reject_waiting(
    transaction: &Transaction<'_>,
    state: &AppState,
    refused: &StoredPart,
    all: &[StoredPart],
    changes: &mut GroupChanges,
) -> Result<(), Refusal> {
    let result = &refused.dossier.receipt.procedure.name;
    let ended = match refused.dossier.withdrawn {
        true => "đã được rút",
        false => "không được tiếp nhận",
    };
    let waited = all.iter().filter(|part| part.after.contains(&refused.key));
    for part in waited.filter(|part| part.dossier.status == DossierStatus::Registered) {
        let name = &part.dossier.receipt.procedure.name;
        if changes.rejected.contains(name) {
            continue;
        }
        let rejected = StoredDossier {
            status: DossierStatus::Rejected,
            note: Some(format!(
                "Thủ tục này cần kết quả «{result}», mà thủ tục đó {ended}."
            )),
            updated_at: state.clock.now(),
            ..part.dossier.clone()
        };
        save_automatic(transaction, state, &rejected, "Không tiếp nhận")?;
        changes.rejected.push(name.clone());
        reject_waiting(transaction, state, part, all, changes)?;
    }
    Ok(())
}

/// Saves a change that the backend makes automatically, and adds a history entry without an officer.
fn save_automatic(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
    action: &str,
) -> Result<(), Refusal> {
    dossier_store::update(transaction, dossier)?;
    let today = clock::day(state.clock.today());
    let due_on = dossier.due_on.as_ref();
    let step = HistoryStep {
        at: dossier.updated_at,
        status: dossier.status,
        action,
        by: Actor::System,
        office: &dossier.office,
        handler: None,
        note: dossier.note.as_deref(),
        deadline: history::deadline(dossier.status, &today, due_on, state.data.office_calendar()),
    };
    history::record_step(transaction, &dossier.receipt.code, &step, &today)
}

/// Updates the status of the group's dossier, and records the step of the changed part in the history of the group's
/// dossier.
fn update_group(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    parts: &[StoredPart],
    moved: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<(), Refusal> {
    let statuses: Vec<DossierStatus> = parts.iter().map(|part| part.dossier.status).collect();
    let status = combined_status(&statuses);
    let stored = dossier_store::find_for_officer(transaction, code)?;
    let whole = StoredDossier {
        due_on: group_due_on(stored.due_on.clone(), parts),
        status,
        open_fee: parts.iter().any(|part| part.dossier.open_fee),
        withdrawn: is_withdrawn(parts),
        note: decisive_note(parts, status),
        updated_at: step.at,
        ..stored
    };
    dossier_store::update(transaction, &whole)?;
    let step = HistoryStep {
        status,
        action: &format!("{}: {}", moved.receipt.procedure.name, step.action),
        // A group has no deadline of its own. Its parts have deadlines.
        deadline: None,
        ..*step
    };
    history::record_step(transaction, code, &step, &clock::day(state.clock.today()))
}

/// The due date of the group: never before that of one of its parts, which moves when the part pauses.
fn group_due_on(due_on: Option<Day>, parts: &[StoredPart]) -> Option<Day> {
    let of_parts = parts.iter().filter_map(|part| part.dossier.expected_on());
    // Days in the form `2026-11-30` are in the order of their texts.
    due_on.map(|due_on| {
        of_parts.fold(
            due_on,
            |latest, day| if day.0 > latest.0 { day } else { latest },
        )
    })
}

/// Whether the group counts as withdrawn: at least one part is withdrawn, and all others are withdrawn, returned or
/// rejected.
fn is_withdrawn(parts: &[StoredPart]) -> bool {
    let any = parts.iter().any(|part| part.dossier.withdrawn);
    let is_closed = |part: &StoredPart| {
        let status = part.dossier.status;
        part.dossier.withdrawn
            || matches!(status, DossierStatus::Rejected | DossierStatus::Returned)
    };
    any && parts.iter().all(is_closed)
}

/// The notes of the parts that have the same status as the group. Each note follows the name of the part's procedure.
fn decisive_note(parts: &[StoredPart], status: DossierStatus) -> Option<String> {
    let decisive = parts.iter().filter(|part| part.dossier.status == status);
    let notes = decisive.filter_map(|part| {
        let note = part.dossier.note.as_ref()?;
        Some(format!("{}: {note}", part.dossier.receipt.procedure.name))
    });
    let notes: Vec<String> = notes.collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}
