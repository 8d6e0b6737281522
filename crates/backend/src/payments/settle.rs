//! What a report of the gateway changes. The payment, the fee, the receipt and the status of the dossier change in one
//! transaction: either all of them do or none.

use contract::payment::{PaidBy, PaymentState, RefundReason};
use domain::payment::{ArrivedMoney, judge_money};
use rusqlite::Transaction;

use super::fee_desk;
use super::fee_notices;
use super::gateway::{OrderReport, OrderState};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, PaidFee};
use crate::store::payments::{self, StoredPayment};

/// What a report has changed.
pub(super) struct Settled {
    /// Whether the amount that arrived isn't that of the order.
    pub(super) other_amount: bool,
}

/// Applies a report of the gateway to its payment. A repeated report changes nothing.
///
/// # Errors
///
/// `NotFound` if there is no such payment.
pub(super) fn apply_report(
    transaction: &Transaction<'_>,
    state: &AppState,
    report: &OrderReport,
) -> Result<Settled, Refusal> {
    let payment = payments::find(transaction, &report.order)?;
    let unchanged = Settled {
        other_amount: false,
    };
    if !payment.is_unsettled() {
        return Ok(unchanged);
    }
    let heard = match report.state {
        OrderState::Paid => return receive(transaction, state, payment, report),
        OrderState::Processing => PaymentState::Confirming,
        OrderState::Cancelled => PaymentState::Cancelled,
        OrderState::Failed => PaymentState::Failed,
        OrderState::Expired => PaymentState::Expired,
        OrderState::Open | OrderState::Unknown => return Ok(unchanged),
    };
    payments::set_state(transaction, &payment.id, heard)?;
    Ok(unchanged)
}

/// Money has arrived: it pays the fee, or is paid back.
fn receive(
    transaction: &Transaction<'_>,
    state: &AppState,
    payment: StoredPayment,
    report: &OrderReport,
) -> Result<Settled, Refusal> {
    let fee = fees::find(transaction, &payment.fee_id)?;
    let fee_state = fee_desk::fee_state_on_arrival(transaction, state, &fee)?;
    let judged = judge_money(fee_state, payment.amount, report.amount);
    let refund_reason = match judged {
        ArrivedMoney::Pays => None,
        ArrivedMoney::PaidBack(reason) => Some(reason),
    };
    let settled = StoredPayment {
        state: match judged {
            ArrivedMoney::Pays => PaymentState::Paid,
            ArrivedMoney::PaidBack(_) => PaymentState::RefundDue,
        },
        received: Some(report.amount),
        refund_reason,
        ..payment
    };
    payments::set_received(transaction, &settled, report.transaction.as_deref())?;
    match refund_reason {
        None => {
            let paid = PaidFee {
                at: state.clock.now(),
                by: PaidBy::Online,
                collector: fee_desk::collector(transaction, &fee)?,
                receipt_number: Some(fees::next_receipt_number(transaction, state.clock.now())?),
                transaction_number: report.transaction.clone(),
            };
            fee_desk::settle_fee(transaction, state, &fee, &paid)?;
            fee_notices::announce_payment(transaction, state, &fee)?;
        }
        Some(_) => fee_notices::announce_refund(transaction, state, &fee, report.amount)?,
    }
    Ok(Settled {
        other_amount: refund_reason == Some(RefundReason::OtherAmount),
    })
}
