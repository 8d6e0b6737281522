//! The officer's decisions on dossiers, with their history entries. The officer can't decide on a group itself, only on its
//! parts, and on a part only after the results that it waits for exist.

use contract::dossier::DossierStatus;
use contract::limits::LONG_TEXT_CHARS;
use domain::format::parse_text;
use rusqlite::{Transaction, params};
use serde::Deserialize;

use super::moves::{self, OfficerMove};
use crate::clock;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::group_progress::{self, GroupChanges};
use crate::dossiers::history::{self, HistoryStep};
use crate::dossiers::notices;
use crate::dossiers::part_store::{self, StoredPart};
use crate::http::extract::to_nfc;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents::{self, PROGRESS_MESSAGES};

/// The handler of dossiers at the front office (Bộ phận Một cửa).
const FRONT_OFFICE_HANDLER: &str = "Cán bộ tiếp nhận (bản thử)";
/// The handler of dossiers at the specialist office (bộ phận chuyên môn).
const BACK_OFFICE_HANDLER: &str = "Cán bộ thụ lý (bản thử)";

/// The body of the officer's form.
#[derive(Deserialize)]
pub(super) struct Decision {
    /// The key of the chosen decision, [`OfficerMove::key`].
    #[serde(rename = "move")]
    move_key: String,
    /// The text for the citizen; may be empty.
    #[serde(default)]
    note: String,
}

/// A dossier as the officer sees it.
pub(super) struct DeskEntry {
    /// The dossier.
    pub(super) dossier: StoredDossier,
    /// The decisions that the officer can make.
    pub(super) moves: Vec<OfficerMove>,
    /// Names of the procedures whose results the dossier waits for.
    pub(super) waits_for: Vec<String>,
    /// The parts, if the dossier is a group.
    pub(super) parts: Vec<DeskEntry>,
}

/// The result of a decision.
pub(super) enum DecisionOutcome {
    /// The decision was applied. `phone` is set if the owner has a phone and consented to progress messages.
    Applied {
        phone: Option<String>,
        message: String,
    },
    /// The status of the dossier has changed since the page was loaded, so the decision is no longer possible.
    NotOpen,
    /// The decision needs a reason, or the reason isn't valid text.
    ReasonMissing,
}

/// The dossiers that changed last, at most 100.
pub(super) fn latest_dossiers(transaction: &Transaction<'_>) -> Result<Vec<DeskEntry>, Refusal> {
    const MOST: u32 = 100;
    let dossiers = dossier_store::latest_for_officer(transaction, MOST)?;
    dossiers
        .into_iter()
        .map(|dossier| desk_entry(transaction, dossier))
        .collect()
}

/// The entry of a dossier. The entry of a group contains its parts and offers no decision.
fn desk_entry(transaction: &Transaction<'_>, dossier: StoredDossier) -> Result<DeskEntry, Refusal> {
    let parts = part_store::of_whole(transaction, &dossier.receipt.code)?;
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
        parts: parts
            .iter()
            .map(part_entry)
            .collect::<Result<_, Refusal>>()?,
        dossier,
    })
}

/// Removes the decisions of a part that waits for results.
fn block_while_waiting(part: DeskEntry, waits_for: Vec<String>) -> DeskEntry {
    match waits_for.is_empty() {
        true => part,
        false => DeskEntry {
            moves: Vec::new(),
            waits_for,
            ..part
        },
    }
}

/// Finds a dossier by its code, with the decisions that the officer can make.
fn find(transaction: &Transaction<'_>, code: &str) -> Result<DeskEntry, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, code)?;
    let Some(whole) = dossier.whole.clone() else {
        return desk_entry(transaction, dossier);
    };
    let parts = part_store::of_whole(transaction, &whole)?;
    let mut same = parts
        .iter()
        .filter(|part| part.dossier.receipt.code == code);
    let waits_for = same.next().map(|part| part.waits_for(&parts));
    Ok(block_while_waiting(
        single_entry(transaction, dossier)?,
        waits_for.unwrap_or_default(),
    ))
}

/// The entry of a dossier without parts.
fn single_entry(
    transaction: &Transaction<'_>,
    dossier: StoredDossier,
) -> Result<DeskEntry, Refusal> {
    let accepted = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM history WHERE dossier_code = ?1 AND status = ?2)",
        params![dossier.receipt.code, u8::from(DossierStatus::Accepted)],
        |row| row.get(0),
    )?;
    Ok(DeskEntry {
        moves: moves::possible_moves(dossier.status, accepted),
        waits_for: Vec::new(),
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
    let applied = apply_move(dossier, chosen, note.clone(), state.clock.now());
    let group_changes = save(transaction, state, &applied, chosen, note.as_deref())?;
    let owner = dossier_store::owner(transaction, code)?;
    let has_consent = consents::is_given(transaction, &state.data, owner, PROGRESS_MESSAGES)?;
    Ok(DecisionOutcome::Applied {
        message: notices::status_changed(&applied.after, &group_changes),
        phone: applied.after.phone.filter(|_| has_consent),
    })
}

/// A dossier after a decision, with the office and the handler that decided.
struct AppliedMove {
    before_office: String,
    before_handler: &'static str,
    after: StoredDossier,
}

/// Changes status, office, handler and note of a dossier. Saves nothing.
fn apply_move(
    dossier: StoredDossier,
    chosen: OfficerMove,
    note: Option<String>,
    now: i64,
) -> AppliedMove {
    let status = chosen.transition.to;
    let back_office = history::back_office(&dossier.receipt.agency_name);
    let front_office = history::front_office(&dossier.receipt.agency_name);
    let was_in_back_office = dossier.office == back_office;
    let is_in_back_office = match status {
        DossierStatus::Processing | DossierStatus::Paused => true,
        // While the citizen must act, the dossier stays at its office.
        DossierStatus::SupplementRequested
        | DossierStatus::ObligationRequested
        | DossierStatus::WithdrawalRequested => was_in_back_office,
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::Rejected
        | DossierStatus::Processed
        | DossierStatus::Returned => false,
    };
    let handler = |in_back_office| {
        if in_back_office {
            BACK_OFFICE_HANDLER
        } else {
            FRONT_OFFICE_HANDLER
        }
    };
    AppliedMove {
        before_office: dossier.office.clone(),
        before_handler: handler(was_in_back_office),
        after: StoredDossier {
            status,
            open_fee: chosen.online_fee,
            withdrawn: dossier.status == DossierStatus::WithdrawalRequested
                && status == DossierStatus::Paused,
            office: if is_in_back_office {
                back_office
            } else {
                front_office
            },
            handler: Some(handler(is_in_back_office).to_owned()),
            note,
            updated_at: now,
            ..dossier
        },
    }
}

/// Saves the new state and adds a history entry. The entry names the office that decided; the dossier names the office
/// that handles it now.
fn save(
    transaction: &Transaction<'_>,
    state: &AppState,
    applied: &AppliedMove,
    chosen: OfficerMove,
    note: Option<&str>,
) -> Result<GroupChanges, Refusal> {
    let today = clock::day(state.clock.today());
    let after = &applied.after;
    dossier_store::update(transaction, after)?;
    let step = HistoryStep {
        at: after.updated_at,
        status: after.status,
        action: chosen.action(),
        office: &applied.before_office,
        handler: Some(applied.before_handler),
        note,
        deadline: history::deadline(
            after.status,
            &today,
            after.due_on.as_ref(),
            state.data.holidays(),
        ),
    };
    history::record_step(transaction, &after.receipt.code, &step, &today)?;
    group_progress::propagate(transaction, state, after, &step)
}
