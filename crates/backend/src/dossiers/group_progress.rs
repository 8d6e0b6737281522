//! What follows when one part of a group moves: its whole stands where its parts do, and the parts that waited for it
//! begin, or will never begin.

use contract::dossier::DossierStatus;
use domain::status::of_parts;
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::filing;
use super::history::{self, HistoryStep};
use super::part_store::{self, StoredPart};
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Names of the procedures to which a move has done something.
#[derive(Default)]
pub(crate) struct GroupChanges {
    /// They waited, and begin now.
    pub(crate) begun: Vec<String>,
    /// They waited, and what they waited for will never come.
    pub(crate) closed: Vec<String>,
}

/// Carries a part's move, which is kept already, to the parts that wait for it and to its whole. Nothing follows for
/// a dossier that is no part.
pub(crate) fn propagate(
    transaction: &Transaction<'_>,
    state: &AppState,
    moved: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<GroupChanges, Refusal> {
    let mut followed = GroupChanges::default();
    let Some(whole) = &moved.whole else {
        return Ok(followed);
    };
    let parts = part_store::of_whole(transaction, whole)?;
    let is_moved = |part: &&StoredPart| part.dossier.receipt.code == moved.receipt.code;
    if let Some(part) = parts.iter().find(is_moved) {
        match moved.status {
            DossierStatus::Processed => {
                start_waiting(transaction, state, part, &parts, &mut followed)?
            }
            DossierStatus::Rejected => {
                reject_waiting(transaction, state, part, &parts, &mut followed)?
            }
            _ => {}
        }
    }
    let parts = part_store::of_whole(transaction, whole)?;
    update_group(transaction, state, whole, &parts, moved, step)?;
    Ok(followed)
}

fn start_waiting(
    transaction: &Transaction<'_>,
    state: &AppState,
    finished: &StoredPart,
    all: &[StoredPart],
    followed: &mut GroupChanges,
) -> Result<(), Refusal> {
    let result = &finished.dossier.receipt.procedure.name;
    let waited = all.iter().filter(|part| part.after.contains(&finished.key));
    for part in waited.filter(|part| part.dossier.status == DossierStatus::Registered) {
        if !part.waits_for(all).is_empty() {
            continue;
        }
        let code = &part.dossier.receipt.procedure.key;
        let procedure = state.data.procedure(code);
        let begun = StoredDossier {
            due_on: procedure.and_then(|procedure| filing::due(procedure, state)),
            updated_at: state.clock.now(),
            ..part.dossier.clone()
        };
        let action = format!("Bắt đầu: đã có kết quả «{result}»");
        keep(transaction, state, &begun, &action)?;
        followed.begun.push(begun.receipt.procedure.name);
    }
    Ok(())
}

fn reject_waiting(
    transaction: &Transaction<'_>,
    state: &AppState,
    refused: &StoredPart,
    all: &[StoredPart],
    followed: &mut GroupChanges,
) -> Result<(), Refusal> {
    let result = &refused.dossier.receipt.procedure.name;
    let waited = all.iter().filter(|part| part.after.contains(&refused.key));
    for part in waited.filter(|part| part.dossier.status == DossierStatus::Registered) {
        let name = &part.dossier.receipt.procedure.name;
        if followed.closed.contains(name) {
            continue;
        }
        let closed = StoredDossier {
            status: DossierStatus::Rejected,
            note: Some(format!(
                "Thủ tục này cần kết quả «{result}», mà thủ tục đó không được tiếp nhận."
            )),
            updated_at: state.clock.now(),
            ..part.dossier.clone()
        };
        keep(transaction, state, &closed, "Không tiếp nhận")?;
        followed.closed.push(name.clone());
        reject_waiting(transaction, state, part, all, followed)?;
    }
    Ok(())
}

/// Keeps what nobody's hand has done.
fn keep(
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
        office: &dossier.office,
        handler: None,
        note: dossier.note.as_deref(),
        deadline: history::deadline(dossier.status, &today, due_on, state.data.holidays()),
    };
    history::record(transaction, &dossier.receipt.code, &step, &today)
}

fn update_group(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    parts: &[StoredPart],
    moved: &StoredDossier,
    step: &HistoryStep<'_>,
) -> Result<(), Refusal> {
    let statuses: Vec<DossierStatus> = parts.iter().map(|part| part.dossier.status).collect();
    let status = of_parts(&statuses);
    let whole = StoredDossier {
        status,
        open_fee: parts.iter().any(|part| part.dossier.open_fee),
        withdrawn: is_withdrawn(parts),
        note: decisive_note(parts, status),
        updated_at: step.at,
        ..dossier_store::find_for_officer(transaction, code)?
    };
    dossier_store::update(transaction, &whole)?;
    let step = HistoryStep {
        status,
        action: &format!("{}: {}", moved.receipt.procedure.name, step.action),
        // By when something is to be done is said of the parts.
        deadline: None,
        ..*step
    };
    history::record(transaction, code, &step, &clock::day(state.clock.today()))
}

/// Whether the citizen has withdrawn all that isn't finished or refused.
fn is_withdrawn(parts: &[StoredPart]) -> bool {
    let any = parts.iter().any(|part| part.dossier.withdrawn);
    let ended = |part: &StoredPart| {
        let status = part.dossier.status;
        part.dossier.withdrawn
            || matches!(status, DossierStatus::Rejected | DossierStatus::Returned)
    };
    any && parts.iter().all(ended)
}

/// What the offices wrote of the parts that make the whole stand where it does, each after the name of its part.
fn decisive_note(parts: &[StoredPart], status: DossierStatus) -> Option<String> {
    let decisive = parts.iter().filter(|part| part.dossier.status == status);
    let notes = decisive.filter_map(|part| {
        let note = part.dossier.note.as_ref()?;
        Some(format!("{}: {note}", part.dossier.receipt.procedure.name))
    });
    let notes: Vec<String> = notes.collect();
    (!notes.is_empty()).then(|| notes.join("\n"))
}
