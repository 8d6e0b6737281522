//! Notices about fees. They contain the dossier code, the amount and where to look, and nothing personal.

use contract::notice::NoticeKind;
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
    let until = fee.until.as_ref().and_then(vietnamese);
    let until = until.map_or_else(String::new, |day| format!(" trước hết ngày {day}"));
    let text = format!(
        "Hồ sơ {} có khoản {} cần nộp{until}, xem tại mục Hồ sơ của tôi.",
        fee.dossier_code,
        display_money(fee.total)
    );
    record(transaction, state, fee, NoticeKind::FeeRequested, text)
}

/// Records the notice that the office has received a fee.
pub(super) fn announce_payment(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
) -> Result<(), Refusal> {
    let text = format!(
        "Đã nhận {} cho hồ sơ {}. Biên lai có tại mục Hồ sơ của tôi.",
        display_money(fee.total),
        fee.dossier_code
    );
    record(transaction, state, fee, NoticeKind::Paid, text)
}

/// Records the notice that money will be paid back.
pub(super) fn announce_refund(
    transaction: &Transaction<'_>,
    state: &AppState,
    fee: &StoredFee,
    amount: u64,
) -> Result<(), Refusal> {
    let text = format!(
        "Khoản {} vừa nhận cho hồ sơ {} sẽ được hoàn lại cho bạn, xem tại mục Hồ sơ của tôi.",
        display_money(amount),
        fee.dossier_code
    );
    record(transaction, state, fee, NoticeKind::RefundDue, text)
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
