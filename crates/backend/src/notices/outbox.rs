//! Stores a notice in the transaction of the change that it tells, together with the rows of the outbox. So either both the
//! change and its notice exist, or neither.

use contract::notice::{NoticeChannel, NoticeKind};
use rusqlite::Transaction;

use super::channels;
use super::notice_store::{self, NewNotice};
use crate::refusal::Refusal;
use crate::state::AppState;

/// Stores a notice, puts it into the outbox for each channel that the citizen has chosen, and announces it to the open
/// pages of the citizen. Does nothing for a closed account, and for a reminder that exists already.
pub(crate) fn record(
    transaction: &Transaction<'_>,
    state: &AppState,
    notice: &NewNotice<'_>,
) -> Result<(), Refusal> {
    let is_closed = "SELECT closed_at IS NOT NULL FROM accounts WHERE id = ?1";
    if transaction.query_row(is_closed, [notice.account_id], |row| row.get(0))? {
        return Ok(());
    }
    let now = state.clock.now();
    let Some(number) = notice_store::insert(transaction, notice, now)? else {
        return Ok(());
    };
    for setting in channels::load(transaction, state, notice.account_id)? {
        // The wording of the consent says that the message about a sent dossier comes in any case.
        let is_allowed = !setting.needs_consent || is_always_sent(notice.kind, setting.channel);
        if setting.on && setting.sent_to.is_some() && is_allowed {
            notice_store::insert_delivery(transaction, number, setting.channel, now)?;
        }
    }
    state
        .events
        .announce_change(notice.account_id, notice.dossier);
    state.events.wake_outbox();
    Ok(())
}

/// Whether a message goes out although the citizen hasn't consented to messages about progress.
fn is_always_sent(kind: NoticeKind, channel: NoticeChannel) -> bool {
    kind == NoticeKind::Submitted && channel == NoticeChannel::Sms
}
