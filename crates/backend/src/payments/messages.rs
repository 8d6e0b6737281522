//! Text messages about fees. They contain the dossier code, the amount and where to look, and nothing personal.

use domain::format::display_money;
use rusqlite::Transaction;

use crate::dossiers::dossier_store;
use crate::dossiers::notices::vietnamese;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::consents::{self, PROGRESS_MESSAGES};
use crate::store::fees::StoredFee;

/// A text message to the citizen who filed a dossier. It is sent after the transaction.
pub(crate) struct FeeMessage {
    phone: String,
    text: String,
}

impl FeeMessage {
    /// Says that the office asks for a fee.
    pub(super) fn asked(
        transaction: &Transaction<'_>,
        state: &AppState,
        fee: &StoredFee,
    ) -> Result<Option<FeeMessage>, Refusal> {
        let until = fee.until.as_ref().and_then(vietnamese);
        let until = until.map_or_else(String::new, |day| format!(" trước hết ngày {day}"));
        let text = format!(
            "Hồ sơ {} có khoản {} cần nộp{until}, xem tại mục Hồ sơ của tôi.",
            fee.dossier_code,
            display_money(fee.total)
        );
        FeeMessage::to_owner(transaction, state, &fee.dossier_code, text)
    }

    /// Says that the office has received a fee.
    pub(super) fn paid(
        transaction: &Transaction<'_>,
        state: &AppState,
        fee: &StoredFee,
    ) -> Result<Option<FeeMessage>, Refusal> {
        let text = format!(
            "Đã nhận {} cho hồ sơ {}. Biên lai có tại mục Hồ sơ của tôi.",
            display_money(fee.total),
            fee.dossier_code
        );
        FeeMessage::to_owner(transaction, state, &fee.dossier_code, text)
    }

    /// Says that money will be paid back.
    pub(super) fn refund(
        transaction: &Transaction<'_>,
        state: &AppState,
        fee: &StoredFee,
        amount: u64,
    ) -> Result<Option<FeeMessage>, Refusal> {
        let text = format!(
            "Khoản {} vừa nhận cho hồ sơ {} sẽ được hoàn lại cho bạn, xem tại mục Hồ sơ của tôi.",
            display_money(amount),
            fee.dossier_code
        );
        FeeMessage::to_owner(transaction, state, &fee.dossier_code, text)
    }

    /// `None` if the citizen has no phone or didn't agree to messages about progress.
    fn to_owner(
        transaction: &Transaction<'_>,
        state: &AppState,
        code: &str,
        text: String,
    ) -> Result<Option<FeeMessage>, Refusal> {
        let owner = dossier_store::owner(transaction, code)?;
        let has_consent = consents::is_given(transaction, &state.data, owner, PROGRESS_MESSAGES)?;
        let phone = dossier_store::find_for_officer(transaction, code)?.phone;
        let phone = phone.filter(|_| has_consent);
        Ok(phone.map(|phone| FeeMessage { phone, text }))
    }

    /// Sends the message. A failure is only logged: what the message says is stored already.
    pub(crate) async fn send(self, state: &AppState) {
        let sending = state
            .messages
            .send(&self.phone, self.text, state.clock.now());
        if sending.await.is_err() {
            tracing::warn!("a message about a fee couldn't be sent");
        }
    }
}
