//! What an office does with fees: asks for one, cancels it, and confirms what was paid at a counter or by transfer.

use contract::dossier::DossierStatus;
use contract::payment::{FeeLine, FeeProof, FeeState, PaidBy, PaymentState};
use contract::time::Day;
use domain::format::display_money;
use domain::payment::{self, can_ask_for_fee, fee_id, total};
use domain::status::Actor;
use rusqlite::Transaction;

use super::fee_notices;
use crate::clock;
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::dossiers::history::{self, HistoryStep};
use crate::dossiers::transition::{self, StatusChange};
use crate::dossiers::{group_progress, notices};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, PaidFee, StoredFee};
use crate::store::payments;

/// A fee that an office asks for.
pub(crate) struct NewFee {
    /// What is paid.
    pub(crate) lines: Vec<FeeLine>,
    /// Why the office asks for it.
    pub(crate) reason: String,
    /// Last day on which it can be paid.
    pub(crate) until: Option<Day>,
    /// Whether it can be paid online and by transfer.
    pub(crate) online: bool,
    /// Name of the counter where it can be paid.
    pub(crate) counter: Option<String>,
    /// Whether a receipt of the bank or treasury must be handed in.
    pub(crate) needs_proof: bool,
    /// Whether the dossier waits in status 6 until it is paid.
    pub(crate) holds: bool,
}

/// Asks for a fee. A fee of 0 is paid at once.
///
/// # Errors
///
/// `FeeClosed` if the dossier has a status in which nobody pays. `InvalidAnswers` if there are no lines, or their sum is
/// too large.
pub(crate) fn ask_for_fee(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    new: NewFee,
) -> Result<(), Refusal> {
    let fee = store_fee(transaction, state, &dossier, new)?;
    let action = match fee.online {
        true => "Yêu cầu nộp phí",
        false => "Yêu cầu nghĩa vụ tài chính",
    };
    let note = Some(note_of(&fee));
    if fee.total == 0 {
        let free = PaidFee {
            at: state.clock.now(),
            by: PaidBy::Counter,
            collector: collector(transaction, &fee)?,
            receipt_number: None,
            transaction_number: None,
        };
        fees::set_paid(transaction, &fee.id, &free)?;
        record_step(
            transaction,
            state,
            dossier,
            Actor::Officer,
            "Miễn phí",
            note,
        )?;
        return Ok(());
    }
    if fee.holds && dossier.status != DossierStatus::ObligationRequested {
        let change = StatusChange {
            to: DossierStatus::ObligationRequested,
            by: Actor::Officer,
            action: Some(action),
            note,
            is_announced: false,
        };
        transition::change_status(transaction, state, dossier, change)?;
    } else {
        record_step(transaction, state, dossier, Actor::Officer, action, note)?;
    }
    fee_notices::announce_request(transaction, state, &fee)
}

/// Stores a fee without a step in the history. The caller changes the status of the dossier.
pub(crate) fn store_fee(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
    new: NewFee,
) -> Result<StoredFee, Refusal> {
    if !can_ask_for_fee(dossier.status) {
        return Err(Refusal::FeeClosed);
    }
    let total = match new.lines.len() {
        1..=contract::limits::FEE_LINES => total(&new.lines),
        _ => None,
    };
    let total = total.ok_or_else(|| Refusal::invalid_property("/lines", "maximum"))?;
    let now = state.clock.now();
    let holds = new.holds && total > 0;
    // A fee that the dossier waits for takes the place of those that nobody can pay any more.
    if holds {
        let today = clock::day(state.clock.today());
        fees::cancel_lapsed(transaction, &dossier.receipt.code, &today, now)?;
    }
    let mut fee = StoredFee {
        id: String::new(),
        dossier_code: dossier.receipt.code.clone(),
        lines: new.lines,
        total,
        reason: new.reason,
        until: new.until,
        online: new.online,
        counter: new.counter,
        proof: match new.needs_proof {
            true => FeeProof::Required,
            false => FeeProof::None,
        },
        holds,
        requested_at: now,
        cancelled: false,
        paid: None,
    };
    // An id has the second of the request. If two fees are asked for in one second, the later one gets the next.
    for second in now.. {
        fee.id = fee_id(&fee.dossier_code, second);
        if fees::insert(transaction, &fee)? {
            break;
        }
    }
    Ok(fee)
}

/// Confirms that a fee was paid at a counter or by transfer.
///
/// # Errors
///
/// `FeeClosed` if the fee is paid or cancelled, or while the citizen's request to withdraw is open.
pub(crate) fn confirm_fee(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee_id: &str,
    by: PaidBy,
) -> Result<(), Refusal> {
    let fee = fees::find(transaction, fee_id)?;
    if !fee.is_open() || fee_state_on_arrival(transaction, state, &fee)? == FeeState::Cancelled {
        return Err(Refusal::FeeClosed);
    }
    let paid = paid_at_office(transaction, state, &fee, by)?;
    settle_fee(transaction, state, &fee, &paid)?;
    fee_notices::announce_payment(transaction, state, &fee)
}

/// Stores that all fees which a dossier waits for were paid at a counter. The caller changes the status.
pub(crate) fn confirm_all_held(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
) -> Result<(), Refusal> {
    let stored = fees::list_of_dossier(transaction, code)?;
    for fee in stored.iter().filter(|fee| fee.is_open() && fee.holds) {
        let paid = paid_at_office(transaction, state, fee, PaidBy::Counter)?;
        fees::set_paid(transaction, &fee.id, &paid)?;
    }
    Ok(())
}

/// Cancels a fee. The dossier goes on if it waited for this fee only.
///
/// # Errors
///
/// `FeeClosed` if the fee is paid or cancelled.
pub(crate) fn cancel_fee(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee_id: &str,
) -> Result<(), Refusal> {
    let fee = fees::find(transaction, fee_id)?;
    if !fee.is_open() {
        return Err(Refusal::FeeClosed);
    }
    fees::cancel(transaction, fee_id, state.clock.now())?;
    go_on(transaction, state, &fee, "Hủy yêu cầu nộp phí")?;
    fee_notices::announce_cancellation(transaction, state, &fee)
}

/// Records that the citizen has handed in the receipt of their bank or treasury. `note` is what they wrote.
pub(crate) fn receive_proof(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    fee_id: &str,
    note: Option<String>,
) -> Result<(), Refusal> {
    fees::set_proof(transaction, fee_id, FeeProof::Received)?;
    record_step(
        transaction,
        state,
        dossier,
        Actor::Citizen,
        "Nộp chứng từ nộp tiền",
        note,
    )
}

/// Records that money was paid back.
///
/// # Errors
///
/// `FeeClosed` if nothing of this payment must be paid back.
pub(crate) fn confirm_refund(
    transaction: &Transaction<'_>,
    state: &AppState,
    payment_id: &str,
) -> Result<(), Refusal> {
    let payment = payments::find(transaction, payment_id)?;
    if payment.state != PaymentState::RefundDue {
        return Err(Refusal::FeeClosed);
    }
    payments::set_state(transaction, payment_id, PaymentState::Refunded)?;
    let fee = fees::find(transaction, &payment.fee_id)?;
    let amount = payment.received.unwrap_or(payment.amount);
    fee_notices::announce_repayment(transaction, state, &fee, amount)
}

/// The state of a fee that counts when money arrives for it now.
pub(super) fn fee_state_on_arrival(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
) -> Result<FeeState, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, &fee.dossier_code)?;
    let fee_state = fee.state(transaction, &clock::day(state.clock.today()))?;
    let (status, withdrawn) = (dossier.status, dossier.withdrawn);
    Ok(payment::state_on_arrival(fee_state, status, withdrawn))
}

/// Stores that a fee is paid, and lets the dossier go on if it waited for this fee only.
pub(super) fn settle_fee(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    paid: &PaidFee,
) -> Result<(), Refusal> {
    fees::set_paid(transaction, &fee.id, paid)?;
    if fee.proof == FeeProof::Required {
        fees::set_proof(transaction, &fee.id, FeeProof::None)?;
    }
    go_on(transaction, state, fee, "Đã thanh toán")
}

/// Name of the office that receives the money of a fee.
pub(super) fn collector(transaction: &Transaction<'_>, fee: &StoredFee) -> Result<String, Refusal> {
    let dossier = dossier_store::find_for_officer(transaction, &fee.dossier_code)?;
    let office = history::front_office(&dossier.receipt.agency_name);
    Ok(fee.counter.clone().unwrap_or(office))
}

fn paid_at_office(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    by: PaidBy,
) -> Result<PaidFee, Refusal> {
    let now = state.clock.now();
    Ok(PaidFee {
        at: now,
        by,
        collector: collector(transaction, fee)?,
        receipt_number: Some(fees::next_receipt_number(transaction, now)?),
        transaction_number: None,
    })
}

/// Returns a dossier that waited in status 6 to its earlier status, unless it waits for another fee. Otherwise, only
/// records the step.
fn go_on(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    action: &str,
) -> Result<(), Refusal> {
    let code = &fee.dossier_code;
    let dossier = dossier_store::find_for_officer(transaction, code)?;
    let waits = dossier.status == DossierStatus::ObligationRequested;
    if !waits || fees::is_held(transaction, code)? {
        // The note of the dossier is somebody's reason for an earlier step, so it doesn't belong to this one.
        return record_step(transaction, state, dossier, Actor::Payment, action, None);
    }
    let to = match history::was_accepted(transaction, code)? {
        true => DossierStatus::Processing,
        false => DossierStatus::Registered,
    };
    let change = StatusChange {
        to,
        by: Actor::Payment,
        action: Some(action),
        note: None,
        is_announced: false,
    };
    transition::change_status(transaction, state, dossier, change).map(drop)
}

/// Records a step that doesn't change the status, and whether the dossier now has a fee to pay. The deadline of the
/// office stays.
fn record_step(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    by: Actor,
    action: &str,
    note: Option<String>,
) -> Result<(), Refusal> {
    let now = state.clock.now();
    let today = clock::day(state.clock.today());
    let code = dossier.receipt.code.clone();
    let after = StoredDossier {
        open_fee: fees::has_open_online(transaction, &code, &today)?,
        updated_at: now,
        ..dossier
    };
    dossier_store::update(transaction, &after)?;
    let step = HistoryStep {
        at: now,
        status: after.status,
        action,
        by,
        office: &after.office,
        handler: None,
        note: note.as_deref(),
        deadline: history::open_deadline(transaction, &code)?,
    };
    history::record_step(transaction, &code, &step, &today)?;
    group_progress::record_part_step(transaction, state, &after, &step)
}

/// The note of the office about a fee: amount, last day and reason.
fn note_of(fee: &StoredFee) -> String {
    let until = fee.until.as_ref().and_then(notices::vietnamese);
    let until = until.map_or_else(String::new, |day| format!(", hạn {day}"));
    format!("{}: {}{until}", fee.reason, display_money(fee.total))
}
