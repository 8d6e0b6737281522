//! What happens to a dossier when a deadline passes. The check runs every hour, and before a dossier is read, so that
//! nobody sees a deadline that has passed as if it were still open.

use std::time::Duration;

use contract::dossier::{DossierStatus, SupplementKind};
use domain::status::Actor;
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::history::{self, HistoryStep};
use super::transition::{self, StatusChange};
use super::{group_progress, supplement_store};
use crate::clock;
use crate::notices::outbox;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{fees, housekeeping};

const HOUR: Duration = Duration::from_secs(3600);

/// Runs the check now and every hour. Never ends.
pub(crate) async fn apply_due_every_hour(state: AppState) {
    loop {
        let within = state.clone();
        let checked = state
            .store
            .run(move |transaction| apply_due(transaction, &within));
        // An error is logged where it occurs. The next run tries again.
        let _logged = checked.await;
        tokio::time::sleep(HOUR).await;
    }
}

/// Applies everything whose deadline has passed. Nothing for seven days after the clock has jumped: no dossier may stop
/// because of a wrong clock. The clock of a demonstration is moved on purpose.
pub(crate) fn apply_due(transaction: &Transaction<'_>, state: &AppState) -> Result<(), Refusal> {
    let now = state.clock.now();
    if !state.config.demo && !housekeeping::is_clock_trusted(transaction, now)? {
        return Ok(());
    }
    lapse_supplements(transaction, state)?;
    lapse_fees(transaction, state)
}

/// Records that the last day of fees has passed. The citizen can't pay them any more, so their dossiers leave «Thanh toán
/// phí».
fn lapse_fees(transaction: &Transaction<'_>, state: &AppState) -> Result<(), Refusal> {
    let (now, today) = (state.clock.now(), clock::day(state.clock.today()));
    for code in fees::list_lapsed(transaction, &today)? {
        let dossier = dossier_store::find_for_officer(transaction, &code)?;
        if fees::has_open_online(transaction, &code, &today)? {
            continue;
        }
        let after = StoredDossier {
            open_fee: false,
            updated_at: now,
            ..dossier
        };
        dossier_store::update(transaction, &after)?;
        let step = HistoryStep {
            at: now,
            status: after.status,
            action: "Quá hạn nộp phí",
            by: Actor::System,
            office: &after.office,
            handler: None,
            note: None,
            deadline: history::open_deadline(transaction, &code)?,
        };
        history::record_step(transaction, &code, &step, &today)?;
        group_progress::record_part_step(transaction, state, &after, &step)?;
        let account_id = dossier_store::owner(transaction, &code)?;
        outbox::announce_dossier(transaction, state, account_id, &code)?;
    }
    Ok(())
}

/// Pauses the dossiers whose citizens haven't sent what the office asked for. A citizen who doesn't answer a draft
/// certificate agrees to it, so the dossier continues.
fn lapse_supplements(transaction: &Transaction<'_>, state: &AppState) -> Result<(), Refusal> {
    let today = clock::day(state.clock.today());
    for code in supplement_store::list_overdue(transaction, &today)? {
        let Some(request) = supplement_store::find_open(transaction, &code)? else {
            continue;
        };
        let dossier = dossier_store::find_for_officer(transaction, &code)?;
        if dossier.status != DossierStatus::SupplementRequested {
            supplement_store::close_request(transaction, &code, None, state.clock.now())?;
            continue;
        }
        let change = match request.kind {
            // The law takes the citizen's silence for their consent, so the change counts as theirs.
            SupplementKind::Certificate => StatusChange {
                to: DossierStatus::Processing,
                by: Actor::Citizen,
                action: Some("Coi như đồng ý bản thảo (hết hạn xác nhận)"),
                note: None,
                is_announced: true,
            },
            SupplementKind::Supplement | SupplementKind::Other(_) => StatusChange {
                to: DossierStatus::Paused,
                by: Actor::System,
                action: None,
                note: Some(format!("Quá hạn bổ sung: {}", request.reason)),
                is_announced: true,
            },
        };
        transition::change_status(transaction, state, dossier, change)?;
    }
    Ok(())
}
