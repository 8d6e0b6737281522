//! What happens to a dossier when a deadline passes. The check runs every hour, and before a dossier is read, so that
//! nobody sees a deadline that has passed as if it were still open.

use std::time::Duration;

use contract::dossier::{DossierStatus, SupplementKind};
use domain::status::Actor;
use rusqlite::Transaction;

use super::transition::{self, StatusChange};
use super::{dossier_store, supplement_store};
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::housekeeping;

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
    lapse_supplements(transaction, state)
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
