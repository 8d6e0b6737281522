//! Asks the gateway about payments that aren't settled, because a callback can get lost: money that was paid must not
//! stay unnoticed.

use std::time::Duration;

use super::settle;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::payments;

/// How often the backend asks about all payments that aren't settled.
const INTERVAL: Duration = Duration::from_secs(60);
/// For how long after its beginning the backend asks about a payment, in seconds. Reading the payment asks later, too.
const ASKED_SECONDS: i64 = 7 * 24 * 3_600;

/// Asks about all payments that aren't settled, now and every minute. Never ends.
pub async fn reconcile_every_minute(state: AppState) {
    loop {
        // An error is logged where it occurs. The next run tries again.
        drop(reconcile_all(&state).await);
        tokio::time::sleep(INTERVAL).await;
    }
}

/// Asks about all payments that aren't settled, one after another.
async fn reconcile_all(state: &AppState) -> Result<(), Refusal> {
    let since = state.clock.now().saturating_sub(ASKED_SECONDS);
    let unsettled = state
        .store
        .run(move |transaction| payments::unsettled(transaction, since));
    for id in unsettled.await? {
        ask_gateway(state, &id).await;
    }
    Ok(())
}

/// Asks the gateway about one payment, and applies its report. If the gateway can't be reached, nothing changes.
pub(super) async fn ask_gateway(state: &AppState, payment_id: &str) {
    let Some(gateway) = &state.payment_gateway else {
        return;
    };
    let report = match gateway.order(payment_id, state.clock.system_now()).await {
        Ok(report) => report,
        Err(error) => {
            tracing::warn!("{error}");
            return;
        }
    };
    let app_state = state.clone();
    let applying = state
        .store
        .run(move |transaction| settle::apply_report(transaction, &app_state, &report));
    // An error was logged where it occurred. The next question tries again.
    let _logged = applying.await;
}
