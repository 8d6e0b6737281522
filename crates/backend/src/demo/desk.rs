//! The officer's decisions on dossiers, and the history entries of these decisions. The officer decides on the parts of
//! a group, never on the group itself. A part that waits for the results of other parts allows no decision.

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

/// Name of the officer at the front office (Bộ phận Một cửa) who handles dossiers.
const FRONT_OFFICE_HANDLER: &str = "Cán bộ tiếp nhận (bản thử)";
/// Name of the officer at the specialist office (bộ phận chuyên môn) who handles dossiers.
const BACK_OFFICE_HANDLER: &str = "Cán bộ thụ lý (bản thử)";

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
    /// The parts of the group. Empty if the dossier isn't a group.
    pub(super) parts: Vec<DeskEntry>,
}

/// The result of a request with a decision.
pub(super) enum DecisionOutcome {
    /// The decision was saved. `message` is the text for the citizen. `phone` is set if the account has a phone and its
    /// owner consented to messages about progress.
    Applied {
        phone: Option<String>,
        message: String,
    },
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
        parts: parts
            .iter()
            .map(part_entry)
            .collect::<Result<_, Refusal>>()?,
        dossier,
    })
}

/// Removes all decisions from the entry of a part if the part waits for results.
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
        message: notices::status_changed(
            &applied.after,
            &group_changes,
            applied.after.is_provisional(&state.data),
        ),
        phone: applied.after.phone.filter(|_| has_consent),
    })
}

/// A dossier after a decision, with the office and the officer that made the decision.
struct AppliedMove {
    before_office: String,
    before_handler: &'static str,
    after: StoredDossier,
}

/// Changes the status, office, handler and note of a dossier. The caller saves the dossier.
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
        // While the citizen must act, the dossier stays at the office that handles it.
        DossierStatus::SupplementRequested
        | DossierStatus::ObligationRequested
        | DossierStatus::WithdrawalRequested => was_in_back_office,
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::Rejected
        | DossierStatus::Processed
        | DossierStatus::Returned
        | DossierStatus::Other(_) => false,
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

/// Saves the dossier and adds a history entry. The entry names the office that made the decision. The dossier names the
/// office that handles it from now on.
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
            state.data.office_calendar(),
        ),
    };
    history::record_step(transaction, &after.receipt.code, &step, &today)?;
    group_progress::propagate(transaction, state, after, &step)
}
