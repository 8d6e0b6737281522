//! The officer's decisions on dossiers, and the history entries of these decisions. The officer decides on the parts of
//! a group, never on the group itself. A part that waits for the results of other parts allows no decision.

use contract::dossier::DossierStatus;
use contract::limits::LONG_TEXT_CHARS;
use domain::format::parse_text;
use domain::status::{Actor, may_change_while_waiting};
use rusqlite::Transaction;
use serde::Deserialize;

use super::fees::{self, DeskFees};
use super::moves::{self, OfficerMove};
use super::outcome::DossierOutcome;
use super::supplement_state::SupplementState;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::history;
use crate::dossiers::part_store::{self, StoredPart};
use crate::dossiers::transition::{self, StatusChange};
use crate::http::extract::to_nfc;
use crate::payments::fee_desk;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The body of `POST /demo/dossiers/{code}`. An HTML form on the page `/demo` sends it.
#[derive(Deserialize)]
pub(super) struct Decision {
    /// The key of the chosen decision, as [`OfficerMove::key`] returns it.
    #[serde(rename = "move")]
    move_key: String,
    /// The officer's text for the citizen. It may be empty.
    #[serde(default)]
    note: String,
}

/// A dossier as the officer sees it.
pub(super) struct DeskEntry {
    /// The dossier as the database stores it.
    pub(super) dossier: StoredDossier,
    /// The decisions that the officer can make on this dossier.
    pub(super) moves: Vec<OfficerMove>,
    /// Names of the procedures whose results the dossier waits for.
    pub(super) waits_for: Vec<String>,
    /// The fees of the dossier. Empty for a group: its parts have them.
    pub(super) fees: DeskFees,
    /// Results, messages and the rating.
    pub(super) outcome: DossierOutcome,
    /// What the office has asked the citizen for, and what it has received.
    pub(super) supplement: SupplementState,
    /// The parts of the group. Empty if the dossier isn't a group.
    pub(super) parts: Vec<DeskEntry>,
}

/// The result of a request with a decision.
pub(super) enum DecisionOutcome {
    /// The decision was saved, with the notice to the citizen.
    Applied,
    /// A field of the form can't be used. Contains the sentence for the officer.
    Invalid(&'static str),
    /// The status of the dossier has changed since the page was loaded, so this decision is no longer possible.
    NotOpen,
    /// The decision requires a text, but the text is missing or invalid.
    ReasonMissing,
}

/// Loads the dossiers that changed most recently, at most 100.
pub(super) fn latest_dossiers(transaction: &Transaction<'_>) -> Result<Vec<DeskEntry>, Refusal> {
    const MAX_DOSSIERS: u32 = 100;
    let dossiers = dossier_store::latest_for_officer(transaction, MAX_DOSSIERS)?;
    dossiers
        .into_iter()
        .map(|dossier| desk_entry(transaction, dossier))
        .collect()
}

/// Builds the [`DeskEntry`] of a dossier. The entry of a group contains the entries of its parts and offers no
/// decision.
fn desk_entry(transaction: &Transaction<'_>, dossier: StoredDossier) -> Result<DeskEntry, Refusal> {
    let parts = part_store::load_parts(transaction, &dossier.receipt.code)?;
    if parts.is_empty() {
        return single_entry(transaction, dossier);
    }
    let part_entry = |part: &StoredPart| {
        let waits_for = part.waits_for(&parts);
        let part = single_entry(transaction, part.dossier.clone())?;
        Ok(block_while_waiting(part, waits_for))
    };
    Ok(DeskEntry {
        moves: Vec::new(),
        waits_for: Vec::new(),
        fees: DeskFees::default(),
        outcome: DossierOutcome::load(transaction, &dossier.receipt.code)?,
        supplement: SupplementState::load(transaction, &dossier.receipt.code)?,
        parts: parts
            .iter()
            .map(part_entry)
            .collect::<Result<_, Refusal>>()?,
        dossier,
    })
}

/// Removes the decisions from the entry of a part if the part waits for results. Only a withdrawal can be agreed to
/// meanwhile: nothing is done yet that the office would have to finish.
fn block_while_waiting(part: DeskEntry, waits_for: Vec<String>) -> DeskEntry {
    if waits_for.is_empty() {
        return part;
    }
    let mut moves = part.moves;
    moves.retain(|possible| may_change_while_waiting(possible.transition));
    DeskEntry {
        waits_for: match moves.is_empty() {
            true => waits_for,
            false => Vec::new(),
        },
        moves,
        ..part
    }
}

/// Finds a dossier by its code, with the decisions that the officer can make.
pub(super) fn find(transaction: &Transaction<'_>, code: &str) -> Result<DeskEntry, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, code)?;
    let Some(whole) = dossier.whole.clone() else {
        return desk_entry(transaction, dossier);
    };
    let parts = part_store::load_parts(transaction, &whole)?;
    let mut same = parts
        .iter()
        .filter(|part| part.dossier.receipt.code == code);
    let waits_for = same.next().map(|part| part.waits_for(&parts));
    Ok(block_while_waiting(
        single_entry(transaction, dossier)?,
        waits_for.unwrap_or_default(),
    ))
}

/// Builds the [`DeskEntry`] of a dossier that has no parts.
fn single_entry(
    transaction: &Transaction<'_>,
    dossier: StoredDossier,
) -> Result<DeskEntry, Refusal> {
    let accepted = history::was_accepted(transaction, &dossier.receipt.code)?;
    Ok(DeskEntry {
        moves: moves::possible_moves(dossier.status, accepted),
        waits_for: Vec::new(),
        fees: fees::load_fees(transaction, &dossier)?,
        outcome: DossierOutcome::load(transaction, &dossier.receipt.code)?,
        supplement: SupplementState::load(transaction, &dossier.receipt.code)?,
        parts: Vec::new(),
        dossier,
    })
}

/// Applies a decision to a dossier.
pub(super) fn decide(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    decision: &Decision,
) -> Result<DecisionOutcome, Refusal> {
    let DeskEntry { dossier, moves, .. } = find(transaction, code)?;
    let Some(chosen) = moves
        .into_iter()
        .find(|possible| possible.key() == decision.move_key)
    else {
        return Ok(DecisionOutcome::NotOpen);
    };
    let text = to_nfc(decision.note.trim());
    let note = if text.is_empty() {
        None
    } else {
        match parse_text(&text, LONG_TEXT_CHARS) {
            Ok(note) => Some(note),
            Err(_) => return Ok(DecisionOutcome::ReasonMissing),
        }
    };
    if chosen.transition.reason_required && note.is_none() {
        return Ok(DecisionOutcome::ReasonMissing);
    }
    // A button without a form: the amount is that of the demonstration.
    if chosen.transition.to == DossierStatus::ObligationRequested {
        fees::store_example(
            transaction,
            state,
            &dossier,
            chosen.online_fee,
            note.as_deref(),
        )?;
    }
    if chosen.transition.by == Actor::Payment {
        fee_desk::confirm_all_held(transaction, state, code)?;
    }
    let _changed = transition::change_status(
        transaction,
        state,
        dossier,
        StatusChange {
            to: chosen.transition.to,
            by: chosen.transition.by,
            action: Some(chosen.action()),
            note,
            is_announced: true,
        },
    )?;
    Ok(DecisionOutcome::Applied)
}
