//! Asks the gateway about payments that aren't settled, because a callback can get lost: money that was paid must not
//! stay unnoticed.

use std::time::Duration;

use super::gateway::{GatewayUnavailable, PaymentGateway};
use super::settle;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::payments;

/// How often the backend asks about payments that aren't settled.
const INTERVAL: Duration = Duration::from_secs(60);

/// Asks about payments that aren't settled, now and every minute. Never ends.
pub async fn reconcile_every_minute(state: AppState) {
    loop {
        // An error is logged where it occurs. The next run tries again.
        drop(reconcile_all(&state).await);
        tokio::time::sleep(INTERVAL).await;
    }
}

/// Asks about the payments that aren't settled and whose turn it is, one after another. Stops if the gateway can't be
/// reached: the others would only wait for the same timeout.
///
/// # Errors
///
/// `Internal` if the payments can't be read. A gateway that fails is no error: the next run asks again.
pub async fn reconcile_all(state: &AppState) -> Result<(), Refusal> {
    let Some(gateway) = &state.payment_gateway else {
        return Ok(());
    };
    let now = state.clock.now();
    let unsettled = state
        .store
        .run(move |transaction| payments::list_unsettled(transaction, now));
    for id in unsettled.await? {
        // An error of the database was logged where it occurred, and concerns this payment only.
        if let Ok(Err(error)) = ask(state, gateway, &id).await {
            tracing::warn!("{error}");
            break;
        }
    }
    Ok(())
}

/// Asks the gateway about one payment, and applies its report. If the gateway can't be reached, nothing changes.
pub(super) async fn ask_gateway(state: &AppState, payment_id: &str) {
    let Some(gateway) = &state.payment_gateway else {
        return;
    };
    // An error of the database was logged where it occurred. The next question tries again.
    if let Ok(Err(error)) = ask(state, gateway, payment_id).await {
        tracing::warn!("{error}");
    }
}

/// Asks the gateway about one payment, and applies its report. The inner error means that the gateway gave no report.
async fn ask(
    state: &AppState,
    gateway: &PaymentGateway,
    payment_id: &str,
) -> Result<Result<(), GatewayUnavailable>, Refusal> {
    let (id, now) = (payment_id.to_owned(), state.clock.now());
    // The question is remembered before its answer: a payment whose report fails each time then comes last, and holds up
    // no other one.
    let remembering = state
        .store
        .run(move |transaction| payments::set_asked(transaction, &id, now));
    remembering.await?;
    let report = match gateway.order(payment_id, state.clock.system_now()).await {
        Ok(report) => report,
        Err(error) => return Ok(Err(error)),
    };
    let app_state = state.clone();
    let applying = state
        .store
        .run(move |transaction| settle::apply_report(transaction, &app_state, &report));
    applying.await?;
    Ok(Ok(()))
}
