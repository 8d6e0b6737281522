//! Effects that a change of one part has on its group. The status of the group's dossier is computed from the statuses
//! of its parts. Parts that wait for the changed part may start, or may be rejected.

use contract::dossier::DossierStatus;
use contract::time::Day;
use domain::status::{Actor, DossierState, combined_state};
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

/// Updates the group's dossier after a step of one part that hasn't changed the part's status. The change of that part must
/// already be stored. Does nothing if the dossier isn't a part of a group.
pub(crate) fn record_part_step(
    transaction: &Transaction<'_>,
    state: &AppState,
    part: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<(), Refusal> {
    match &part.whole {
        Some(whole) => update_group(transaction, state, whole, part, step),
        None => Ok(()),
    }
}

/// Updates the group's dossier after one part has got another status, and starts the parts that wait for its result. The
/// change of that part must already be stored. Does nothing if the dossier isn't a part of a group.
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
    let part = parts.iter().find(is_moved);
    if let Some(part) = part.filter(|_| moved.status == DossierStatus::Processed) {
        start_waiting(transaction, state, part, &parts, &mut changes)?;
    }
    update_group(transaction, state, whole, moved, step)?;
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
        save_start(transaction, state, &started, &action)?;
        changes.started.push(started.receipt.procedure.name);
    }
    Ok(())
}

/// Codes of the parts that wait for `ended`. Empty unless it will have no result, because it was rejected or withdrawn.
pub(super) fn codes_without_predecessor(
    transaction: &Transaction<'_>,
    ended: &StoredDossier,
) -> Result<Vec<String>, Refusal> {
    let has_no_result = ended.status == DossierStatus::Rejected || ended.withdrawn;
    let Some(whole) = ended.whole.as_ref().filter(|_| has_no_result) else {
        return Ok(Vec::new());
    };
    let parts = part_store::load_parts(transaction, whole)?;
    let is_ended = |part: &&StoredPart| part.dossier.receipt.code == ended.receipt.code;
    let Some(key) = parts.iter().find(is_ended).map(|part| &part.key) else {
        return Ok(Vec::new());
    };
    let waiting = parts.iter().filter(|part| part.after.contains(key));
    Ok(waiting
        .map(|part| part.dossier.receipt.code.clone())
        .collect())
}

/// Tells the citizen why a part that waits for the result of `ended` is rejected.
pub(super) fn missing_result_text(ended: &StoredDossier) -> String {
    let result = &ended.receipt.procedure.name;
    let how = match ended.withdrawn {
        true => "đã được rút",
        false => "không được tiếp nhận",
    };
    format!("Thủ tục này cần kết quả «{result}», mà thủ tục đó {how}.")
}

/// Tells the open pages of the citizen that a part has changed by itself.
pub(super) fn announce_part(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
) -> Result<(), Refusal> {
    let account_id = dossier_store::owner(transaction, code)?;
    state.events.announce_change(account_id, Some(code));
    Ok(())
}

/// Saves that a part has started, and adds a history entry without an officer. The status stays.
fn save_start(
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
    let code = &dossier.receipt.code;
    history::record_step(transaction, code, &step, &today)?;
    announce_part(transaction, state, code)
}

/// Updates the status of the group's dossier, and records the step of the changed part in the history of the group's
/// dossier.
fn update_group(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    moved: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<(), Refusal> {
    let parts = part_store::load_parts(transaction, code)?;
    let states: Vec<DossierState> = parts.iter().map(|part| part.dossier.state()).collect();
    let combined = combined_state(&states);
    let status = combined.status;
    let stored = dossier_store::find_for_officer(transaction, code)?;
    let whole = StoredDossier {
        due_on: group_due_on(stored.due_on.clone(), &parts),
        status,
        open_fee: combined.has_open_fee,
        withdrawn: combined.is_withdrawn,
        note: decisive_note(&parts, combined),
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

/// The notes of the parts that have the same status as the group. Each note follows the name of the part's procedure.
fn decisive_note(parts: &[StoredPart], whole: DossierState) -> Option<String> {
    let decisive = parts.iter().filter(|part| {
        let part = part.dossier.state();
        (part.status, part.is_withdrawn) == (whole.status, whole.is_withdrawn)
    });
    let notes = decisive.filter_map(|part| {
        let note = part.dossier.note.as_ref()?;
        Some(format!("{}: {note}", part.dossier.receipt.procedure.name))
    });
    let notes: Vec<String> = notes.collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}
