//! Receives the callbacks of the gateway. A callback changes something only if the gateway signed exactly this message,
//! recently, and it wasn't received before.
//!
//! The responses are for the gateway: 204 if the report was applied, 400 if it can't be read, 401 if it is forged or
//! altered, 408 if it is late, 409 if it was received before, 404 for an unknown order, 422 for another amount. The money
//! of another amount is recorded, so that it is paid back.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::gateway::{CALLBACK_PATH, OrderReport, SignatureError};
use super::settle;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::payments;

/// `POST /payment-callbacks`: the gateway reports the state of an order.
pub(super) async fn receive_callback(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let Some(gateway) = &state.payment_gateway else {
        return StatusCode::NOT_FOUND;
    };
    // The gateway is another machine: it doesn't know how far a demonstration has moved its clock.
    let now = state.clock.system_now();
    let target = ["POST ", CALLBACK_PATH].concat();
    let signed = match gateway.key().verify(&headers, &target, &body, now) {
        Ok(signed) => signed,
        Err(error) => {
            tracing::warn!("refused a payment callback: {error}");
            return match error {
                SignatureError::Missing | SignatureError::Forged => StatusCode::UNAUTHORIZED,
                SignatureError::Late => StatusCode::REQUEST_TIMEOUT,
            };
        }
    };
    let Ok(report) = serde_json::from_slice::<OrderReport>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let app_state = state.clone();
    // The random number and what the report changes are stored together: after an error, the gateway may try again.
    let applied = state.store.run(move |transaction| {
        if !payments::remember_nonce(transaction, &signed.nonce, now)? {
            return Ok(None);
        }
        settle::apply_report(transaction, &app_state, &report).map(Some)
    });
    match applied.await {
        Ok(None) => {
            tracing::warn!("refused a payment callback: it was received before");
            StatusCode::CONFLICT
        }
        Ok(Some(settled)) => match settled.other_amount {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::NO_CONTENT,
        },
        Err(Refusal::NotFound) => StatusCode::NOT_FOUND,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
