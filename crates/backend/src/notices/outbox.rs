//! Stores a notice in the transaction of the change that it tells, together with the rows of the outbox. So either both
//! the change and its notice exist, or neither.

use rusqlite::{OptionalExtension, Transaction};

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
        if channels::takes_notice(&setting, notice.kind) {
            notice_store::insert_delivery(transaction, number, setting.channel, now)?;
        }
    }
    match notice.dossier {
        Some(code) => announce_dossier(transaction, state, notice.account_id, code)?,
        None => state.events.announce_change(notice.account_id, None),
    }
    state.events.wake_outbox();
    Ok(())
}

/// Announces to the open pages of the citizen that a dossier has changed. If it is a part of a group, the page of the
/// group shows it too.
pub(crate) fn announce_dossier(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    code: &str,
) -> Result<(), Refusal> {
    state.events.announce_change(account_id, Some(code));
    let select = "SELECT whole FROM dossier_parts WHERE code = ?1";
    let whole = transaction.query_row(select, [code], |row| row.get::<_, String>(0));
    if let Some(whole) = whole.optional()? {
        state.events.announce_change(account_id, Some(&whole));
    }
    Ok(())
}
