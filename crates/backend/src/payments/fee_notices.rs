//! Notices about fees. They contain the dossier code, the amount and where to look, and nothing personal.

use contract::notice::NoticeKind;
use contract::time::Day;
use domain::format::display_money;
use rusqlite::Transaction;

use crate::dossiers::dossier_store;
use crate::dossiers::notices::vietnamese;
use crate::notices::notice_store::NewNotice;
use crate::notices::outbox;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::StoredFee;

/// Records the notice that the office asks for a fee.
pub(super) fn announce_request(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
) -> Result<(), Refusal> {
    let text = requested(&fee.dossier_code, fee.total, fee.until.as_ref());
    record(transaction, state, fee, NoticeKind::FeeRequested, text)
}

/// Records the notice that the office doesn't ask for a fee any more.
pub(super) fn announce_cancellation(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
) -> Result<(), Refusal> {
    let text = cancelled(&fee.dossier_code, fee.total);
    record(transaction, state, fee, NoticeKind::FeeCancelled, text)
}

/// Records the notice that the office has received a fee.
pub(super) fn announce_payment(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
) -> Result<(), Refusal> {
    let text = paid(&fee.dossier_code, fee.total);
    record(transaction, state, fee, NoticeKind::Paid, text)
}

/// Records the notice that money will be paid back.
pub(super) fn announce_refund(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    amount: u64,
) -> Result<(), Refusal> {
    let text = refund_due(&fee.dossier_code, amount);
    record(transaction, state, fee, NoticeKind::RefundDue, text)
}

/// Records the notice that money was paid back.
pub(super) fn announce_repayment(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    amount: u64,
) -> Result<(), Refusal> {
    let text = refunded(&fee.dossier_code, amount);
    record(transaction, state, fee, NoticeKind::Refunded, text)
}

fn requested(code: &str, total: u64, until: Option<&Day>) -> String {
    let until = until.and_then(vietnamese);
    let until = until.map_or_else(String::new, |day| format!(" trước hết ngày {day}"));
    let amount = display_money(total);
    format!("Hồ sơ {code} có khoản {amount} cần nộp{until}, xem tại mục Hồ sơ của tôi.")
}

fn cancelled(code: &str, total: u64) -> String {
    let amount = display_money(total);
    format!("Cơ quan không thu khoản {amount} của hồ sơ {code} nữa, xem tại mục Hồ sơ của tôi.")
}

fn paid(code: &str, total: u64) -> String {
    let amount = display_money(total);
    format!("Đã nhận {amount} cho hồ sơ {code}. Biên lai có tại mục Hồ sơ của tôi.")
}

fn refund_due(code: &str, amount: u64) -> String {
    let amount = display_money(amount);
    format!(
        "Khoản {amount} vừa nhận cho hồ sơ {code} sẽ được hoàn lại cho bạn, xem tại mục Hồ sơ của tôi."
    )
}

fn refunded(code: &str, amount: u64) -> String {
    let amount = display_money(amount);
    format!(
        "Cơ quan đã hoàn lại cho bạn khoản {amount} của hồ sơ {code}, xem tại mục Hồ sơ của tôi."
    )
}

fn record(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    kind: NoticeKind,
    text: String,
) -> Result<(), Refusal> {
    let notice = NewNotice {
        account_id: dossier_store::owner(transaction, &fee.dossier_code)?,
        kind,
        text,
        dossier: Some(&fee.dossier_code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

#[cfg(test)]
mod tests {
    use contract::limits::FEE_TOTAL;

    use super::*;
    use crate::messages::length::{MAX_UNITS, units};

    #[test]
    fn every_notice_about_the_largest_fee_comes_in_two_parts_at_most() {
        let code = "000.00.19.H50-261122-0001";
        let until = Day("2026-12-31".to_owned());
        for text in [
            requested(code, FEE_TOTAL, Some(&until)),
            cancelled(code, FEE_TOTAL),
            paid(code, FEE_TOTAL),
            refund_due(code, FEE_TOTAL),
            refunded(code, FEE_TOTAL),
        ] {
            assert!(units(&text) <= MAX_UNITS, "{} {text}", units(&text));
            assert!(text.contains(code), "{text}");
        }
    }
}
