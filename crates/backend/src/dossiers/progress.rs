//! Whom a dossier waits for, and which of its steps are overdue today.

use contract::dossier::{DossierStatus, StuckStep, WaitingFor, WaitingParty};
use contract::draft::Delivery;
use contract::time::Day;
use domain::progress::waiting_party;
use rusqlite::{OptionalExtension, Transaction};

use super::dossier_store::StoredDossier;
use super::part_store::StoredPart;
use crate::refusal::Refusal;

impl StoredDossier {
    /// Whose turn it is, for a dossier that isn't a group.
    pub(super) fn waiting_party(&self) -> WaitingParty {
        let is_collected = self.receipt.delivery == Delivery::Counter;
        waiting_party(self.status, self.open_fee, self.withdrawn, is_collected)
    }
}

/// Whom a dossier waits for. `parts` are the parts of a group; empty for a single procedure and for a part.
pub(super) fn waiting_for(dossier: &StoredDossier, parts: &[StoredPart]) -> WaitingFor {
    if parts.is_empty() {
        return single_waiting_for(dossier);
    }
    let all: Vec<WaitingFor> = parts
        .iter()
        .map(|part| part_waiting_for(part, parts))
        .collect();
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
    WaitingFor {
        party,
        name: (!names.is_empty()).then(|| names.join(", ")),
    }
}

/// Whom one part of a group waits for: maybe for the result of another part. `all` contains all parts of the group.
pub(super) fn part_waiting_for(part: &StoredPart, all: &[StoredPart]) -> WaitingFor {
    let awaited = part.waits_for(all);
    if awaited.is_empty() || part.dossier.status != DossierStatus::Registered {
        return single_waiting_for(&part.dossier);
    }
    WaitingFor {
        party: WaitingParty::Elsewhere,
        name: Some(awaited.join(", ")),
    }
}

fn single_waiting_for(dossier: &StoredDossier) -> WaitingFor {
    let party = dossier.waiting_party();
    WaitingFor {
        party,
        name: (party == WaitingParty::Office).then(|| dossier.office.clone()),
    }
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
