//! What a reply about one part changes in the rest of its group.

use std::collections::BTreeSet;

use contract::dossier::{ChangedAnswer, DossierStatus, SentSupplement};
use contract::group::PartProcedure;
use contract::place::PlaceRef;
use contract::receipt::ReceivedFile;
use domain::form::{check_answers, effective_answers};
use domain::group::{apply_correction, rebuild_answers};
use domain::status::Actor;
use rusqlite::Transaction;

use crate::clock;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::history::{self, HistoryStep};
use crate::dossiers::part_store::{self, StoredPart};
use crate::refusal::Refusal;
use crate::state::AppState;

/// Updates the group of the part `part`, to which a reply was sent: its files, its answers, and the declarations of the
/// other parts. A part whose procedure has ended stays as it was filed.
pub(super) fn update_group(
    transaction: &Transaction<'_>,
    state: &AppState,
    part: &StoredDossier,
    sent: &SentSupplement,
) -> Result<(), Refusal> {
    let Some(whole) = &part.whole else {
        return Ok(());
    };
    let mut group = dossier_store::find_for_officer(transaction, whole)?;
    let parts = part_store::load_parts(transaction, whole)?;
    replace_files(&mut group, &parts, sent);
    let questions = correct_answers(state, &mut group, part, &parts, &sent.answers);
    dossier_store::update_content(transaction, &group)?;
    if questions.is_empty() {
        return Ok(());
    }
    let others = parts.iter().filter(|other| {
        other.dossier.receipt.code != part.receipt.code && is_under_way(&other.dossier)
    });
    for other in others {
        correct_part(transaction, state, &group, other, &questions, part)?;
    }
    Ok(())
}

/// Replaces the files in the group. A file that another part still has stays.
fn replace_files(group: &mut StoredDossier, parts: &[StoredPart], sent: &SentSupplement) {
    let is_kept = |file: &ReceivedFile| {
        let mut files = parts.iter().flat_map(|part| &part.dossier.files);
        files.any(|kept| kept.id == file.id)
    };
    let is_replaced = |file: &ReceivedFile| {
        let mut replaced = sent.replaced_files.iter();
        replaced.any(|old| old.id == file.id) && !is_kept(file)
    };
    group.files.retain(|file| !is_replaced(file));
    group.files.extend(sent.files.iter().cloned());
}

/// Corrects the answers of the group. Returns the ids of the changed questions.
fn correct_answers(
    state: &AppState,
    group: &mut StoredDossier,
    part: &StoredDossier,
    parts: &[StoredPart],
    corrected: &[ChangedAnswer],
) -> BTreeSet<String> {
    let stored = parts
        .iter()
        .find(|stored| stored.dossier.receipt.code == part.receipt.code);
    let procedure = stored.and_then(|stored| procedure_of(state, group, stored));
    procedure.map_or_else(BTreeSet::new, |procedure| {
        apply_correction(procedure, corrected, &mut group.answers)
    })
}

/// Corrects the declaration of another part, and records it in the history of the part, so that its office notices. A
/// declaration that would then break the rules of its form stays as it is: nobody could correct it.
fn correct_part(
    transaction: &Transaction<'_>,
    state: &AppState,
    group: &StoredDossier,
    other: &StoredPart,
    questions: &BTreeSet<String>,
    corrected: &StoredDossier,
) -> Result<(), Refusal> {
    let dossier = &other.dossier;
    let (Some(procedure), Some(form), Some(own)) = (
        procedure_of(state, group, other),
        state.data.definition(&group.form),
        state.data.definition(&dossier.form),
    ) else {
        return Ok(());
    };
    let place_name = |place: &PlaceRef| state.data.place_name(place);
    let rebuilt = rebuild_answers(
        procedure,
        form,
        &group.answers,
        questions,
        &place_name,
        &dossier.answers,
    );
    let answers = effective_answers(own, &rebuilt);
    let before = check_answers(own, &dossier.answers);
    let breaks_rules = check_answers(own, &answers)
        .iter()
        .any(|problem| !before.contains(problem));
    if answers == dossier.answers || breaks_rules {
        return Ok(());
    }
    let after = StoredDossier {
        answers,
        updated_at: state.clock.now(),
        ..dossier.clone()
    };
    dossier_store::update_content(transaction, &after)?;
    dossier_store::update(transaction, &after)?;
    let code = &after.receipt.code;
    let action = format!(
        "Sửa thông tin theo phần bổ sung của thủ tục {}",
        corrected.receipt.procedure.name
    );
    let step = HistoryStep {
        at: state.clock.now(),
        status: after.status,
        action: &action,
        by: Actor::Citizen,
        office: &after.office,
        handler: None,
        note: None,
        deadline: history::open_deadline(transaction, code)?,
    };
    history::record_step(transaction, code, &step, &clock::day(state.clock.today()))
}

/// How the declaration of a part is made. `None` if the group or the procedure isn't in the data any more.
fn procedure_of<'a>(
    state: &'a AppState,
    group: &StoredDossier,
    stored: &StoredPart,
) -> Option<&'a PartProcedure> {
    let group = state.data.procedure(&group.receipt.procedure.key)?;
    let part = group.parts.iter().find(|part| part.key == stored.key)?;
    let key = &stored.dossier.receipt.procedure.key;
    part.procedures
        .iter()
        .find(|procedure| procedure.procedure.key == *key)
}

/// Whether an office still works with the declaration of a part.
fn is_under_way(dossier: &StoredDossier) -> bool {
    let has_ended = matches!(
        dossier.status,
        DossierStatus::Processed | DossierStatus::Returned | DossierStatus::Rejected
    );
    !has_ended && !dossier.withdrawn
}
