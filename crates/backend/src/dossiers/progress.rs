//! Whom a dossier waits for, and which of its steps are overdue today.

use contract::dossier::{DossierStatus, StuckStep, WaitingFor, WaitingParty};
use contract::draft::Delivery;
use contract::time::Day;
use domain::progress::waiting_party;
use domain::status::DossierState;
use rusqlite::{OptionalExtension, Transaction};

use super::dossier_store::StoredDossier;
use super::part_store::StoredPart;
use crate::refusal::Refusal;
use crate::store::fees;

/// Whose turn it is, for the dossier `code`, which isn't a group. `is_collected`: the citizen fetches the result at the
/// counter.
///
/// The citizen can't pay a fee whose last day has passed, so the dossier waits for the office then, which must ask again.
pub(super) fn party(
    transaction: &Transaction<'_>,
    code: &str,
    state: DossierState,
    is_collected: bool,
    today: &Day,
) -> Result<WaitingParty, Refusal> {
    let DossierState {
        status,
        has_open_fee,
        is_withdrawn,
    } = state;
    if status == DossierStatus::ObligationRequested
        && fees::have_all_lapsed(transaction, code, today)?
    {
        return Ok(WaitingParty::Office);
    }
    Ok(waiting_party(
        status,
        has_open_fee,
        is_withdrawn,
        is_collected,
    ))
}

/// Whom a dossier waits for. `parts` are the parts of a group; empty for a single procedure and for a part.
pub(super) fn waiting_for(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    parts: &[StoredPart],
    today: &Day,
) -> Result<WaitingFor, Refusal> {
    if parts.is_empty() {
        return single_waiting_for(transaction, dossier, today);
    }
    let all: Vec<WaitingFor> = parts
        .iter()
        .map(|part| part_waiting_for(transaction, part, parts, today))
        .collect::<Result<_, _>>()?;
    let first = [
        WaitingParty::Citizen,
        WaitingParty::Office,
        WaitingParty::Elsewhere,
    ]
    .into_iter()
    .find(|party| all.iter().any(|one| one.party == *party));
    let party = first.unwrap_or(WaitingParty::Nobody);
    let mut names: Vec<String> = Vec::new();
    for name in all.into_iter().filter(|one| one.party == party) {
        names.extend(name.name.filter(|name| !names.contains(name)));
    }
    Ok(WaitingFor {
        party,
        name: (!names.is_empty()).then(|| names.join(", ")),
    })
}

/// Whom one part of a group waits for: maybe for the result of another part. A fee can be paid meanwhile. `all` contains
/// all parts of the group.
pub(super) fn part_waiting_for(
    transaction: &Transaction<'_>,
    part: &StoredPart,
    all: &[StoredPart],
    today: &Day,
) -> Result<WaitingFor, Refusal> {
    let awaited = part.waits_for(all);
    let waits_only = part.dossier.status == DossierStatus::Registered && !part.dossier.open_fee;
    if awaited.is_empty() || !waits_only {
        return single_waiting_for(transaction, &part.dossier, today);
    }
    Ok(WaitingFor {
        party: WaitingParty::Elsewhere,
        name: Some(awaited.join(", ")),
    })
}

fn single_waiting_for(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    today: &Day,
) -> Result<WaitingFor, Refusal> {
    let is_collected = dossier.receipt.delivery == Delivery::Counter;
    let (code, state) = (&dossier.receipt.code, dossier.state());
    let party = party(transaction, code, state, is_collected, today)?;
    Ok(WaitingFor {
        party,
        name: (party == WaitingParty::Office).then(|| dossier.office.clone()),
    })
}

/// The steps of a dossier that are overdue today. For a group, those of its parts, each with the name of its procedure.
pub(super) fn stuck_steps(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    parts: &[StoredPart],
    today: &Day,
) -> Result<Vec<StuckStep>, Refusal> {
    let mut stuck = Vec::new();
    stuck.extend(stuck_step(transaction, dossier, today)?);
    for part in parts {
        let step = stuck_step(transaction, &part.dossier, today)?;
        stuck.extend(step.map(|step| StuckStep {
            procedure: Some(part.dossier.receipt.procedure.name.clone()),
            ..step
        }));
    }
    Ok(stuck)
}

fn stuck_step(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    today: &Day,
) -> Result<Option<StuckStep>, Refusal> {
    let deadline: Option<Option<String>> = transaction
        .query_row(
            "SELECT deadline FROM history WHERE dossier_code = ?1 ORDER BY id DESC LIMIT 1",
            [&dossier.receipt.code],
            |row| row.get(0),
        )
        .optional()?;
    let overdue = deadline.flatten().filter(|deadline| *deadline < today.0);
    Ok(overdue.map(|since| StuckStep {
        office: dossier.office.clone(),
        procedure: None,
        since: Day(since),
    }))
}
