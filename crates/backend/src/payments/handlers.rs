//! Endpoints that begin and read a payment.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::payment::{NewPayment, Payment, PaymentState};
use rusqlite::Transaction;

use super::gateway::{NewOrder, PaymentGateway};
use super::reconcile;
use super::return_url::return_url;
use crate::auth::extractors::Citizen;
use crate::auth::random;
use crate::clock::{self, timestamp};
use crate::dossiers::dossier_store;
use crate::http::extract::{JsonBody, Path};
use crate::http::idempotency::IdempotentRequest;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, StoredFee};
use crate::store::payments::{self, StoredPayment};

/// How long a payment page works, in seconds.
const VALID_SECONDS: i64 = 15 * 60;

/// `POST /fees/{id}/payments`: begins a payment, or returns the one that is open.
pub(super) async fn begin_payment(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(fee_id): Path<String>,
    headers: HeaderMap,
    JsonBody(new): JsonBody<NewPayment>,
) -> Result<(StatusCode, Json<Payment>), Refusal> {
    let once = IdempotentRequest::from_headers(&headers, &fee_id, &new)?;
    // The path is checked before anything is stored.
    return_url(&new.return_to, "", &headers, &state.config)?;
    let app_state = state.clone();
    let begun = state
        .store
        .run(move |transaction| find_or_insert(transaction, &app_state, &citizen, &fee_id, &once));
    let (status, payment, fee) = begun.await?;
    let gateway = state.payment_gateway.clone().ok_or(Refusal::FeeClosed)?;
    let payment = match payment.url {
        Some(_) => payment,
        None => {
            let back = return_url(&new.return_to, &payment.id, &headers, &state.config)?;
            open_page(&state, &gateway, payment, &fee, back).await?
        }
    };
    Ok((status, Json(to_api(payment, fee, state.clock.now()))))
}

/// Finds the payment that this request, or another one for the same fee, has begun. Otherwise stores a new payment.
fn find_or_insert(
    transaction: &Transaction<'_>,
    state: &AppState,
    citizen: &Citizen,
    fee_id: &str,
    once: &IdempotentRequest,
) -> Result<(StatusCode, StoredPayment, StoredFee), Refusal> {
    let fee = fees::find(transaction, fee_id)?;
    dossier_store::find(transaction, citizen.account_id, &fee.dossier_code)?;
    let earlier = payments::find_by_key(transaction, citizen.account_id, &once.key)?;
    let earlier = earlier.map(|earlier| {
        let hash = earlier.body_hash.clone();
        once.replay(earlier, &hash)
    });
    let earlier = earlier.transpose()?;
    if let Some(earlier) = earlier.as_ref().filter(|earlier| earlier.url.is_some()) {
        return Ok((StatusCode::OK, earlier.clone(), fee));
    }
    let now = state.clock.now();
    let today = clock::day(state.clock.today());
    let can_pay = fee.online && fee.can_be_paid(transaction, &today)?;
    if !can_pay || state.payment_gateway.is_none() {
        return Err(Refusal::FeeClosed);
    }
    // The gateway didn't answer the earlier request, so the payment has no page yet. Like a new payment, it gets one only
    // while the fee can be paid, and also only until it expires.
    if let Some(earlier) = earlier {
        return match earlier.expires_at > now {
            true => Ok((StatusCode::OK, earlier, fee)),
            false => Err(Refusal::FeeClosed),
        };
    }
    if let Some(open) = payments::find_open_payment(transaction, fee_id, now)? {
        return Ok((StatusCode::OK, open, fee));
    }
    let payment = StoredPayment {
        id: random::id()?,
        fee_id: fee.id.clone(),
        account_id: citizen.account_id,
        body_hash: once.body_hash.clone(),
        amount: fee.total,
        state: PaymentState::Open,
        url: None,
        expires_at: now.saturating_add(VALID_SECONDS),
        received: None,
        refund_reason: None,
    };
    payments::insert(transaction, &payment, &once.key, now)?;
    Ok((StatusCode::CREATED, payment, fee))
}

/// Creates the order at the gateway, and stores the URL of its page. The page works until the payment expires. The payment
/// stays if this fails: the next request creates the same order again.
async fn open_page(
    state: &AppState,
    gateway: &PaymentGateway,
    payment: StoredPayment,
    fee: &StoredFee,
    return_url: String,
) -> Result<StoredPayment, Refusal> {
    let rest = payment.expires_at.saturating_sub(state.clock.now());
    let valid_seconds = u32::try_from(rest).ok().filter(|rest| *rest > 0);
    let order = NewOrder {
        order: payment.id.clone(),
        amount: payment.amount,
        description: ["Hồ sơ ", &fee.dossier_code].concat(),
        return_url,
        valid_seconds: valid_seconds.ok_or(Refusal::FeeClosed)?,
    };
    let created = gateway.create_order(&order, state.clock.system_now()).await;
    let created = created.map_err(|error| {
        tracing::error!("{error}");
        Refusal::PaymentUnavailable
    })?;
    let (id, url) = (payment.id.clone(), created.url.clone());
    let storing = state
        .store
        .run(move |transaction| payments::set_url(transaction, &id, &url));
    storing.await?;
    Ok(StoredPayment {
        url: Some(created.url),
        ..payment
    })
}

/// `GET /payments/{id}`: returns a payment. Asks the gateway first, unless the payment is settled.
pub(super) async fn read_payment(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(id): Path<String>,
) -> Result<Json<Payment>, Refusal> {
    let load = |state: &AppState| {
        let (id, account_id) = (id.clone(), citizen.account_id);
        let loading = move |transaction: &Transaction<'_>| {
            let payment = payments::find(transaction, &id)?;
            if payment.account_id != account_id {
                return Err(Refusal::NotFound);
            }
            let fee = fees::find(transaction, &payment.fee_id)?;
            Ok((payment, fee))
        };
        let store = state.store.clone();
        async move { store.run(loading).await }
    };
    let (payment, fee) = load(&state).await?;
    if !payment.is_unsettled() || payment.url.is_none() {
        return Ok(Json(to_api(payment, fee, state.clock.now())));
    }
    reconcile::ask_gateway(&state, &payment.id).await;
    let (payment, fee) = load(&state).await?;
    Ok(Json(to_api(payment, fee, state.clock.now())))
}

/// The payment as the API shows it. The page of a fee that nobody asks for any more isn't shown.
fn to_api(payment: StoredPayment, fee: StoredFee, now: i64) -> Payment {
    let state = payment.state_at(now);
    let is_payable = state == PaymentState::Open && fee.is_open();
    Payment {
        id: payment.id,
        dossier: fee.dossier_code,
        fee: payment.fee_id,
        amount: payment.amount,
        state,
        url: payment.url.filter(|_| is_payable),
        expires_at: timestamp(payment.expires_at),
        received: payment.received,
        refund_reason: payment.refund_reason,
    }
}
