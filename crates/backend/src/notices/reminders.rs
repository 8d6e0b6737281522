//! Reminders before something lapses. Each is recorded once. They are looked for every minute, and before a citizen
//! reads their notices, so that a moved clock shows at once.

use contract::dossier::SupplementKind;
use contract::notice::NoticeKind;
use domain::calendar::Date;
use domain::format::display_money;
use rusqlite::{Transaction, params};

use super::notice_store::NewNotice;
use super::outbox;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{draft_expiry, fees};

/// How many days before a draft is deleted its owner is reminded.
const DRAFT_DAYS: i64 = 7;
const DAY_SECONDS: i64 = 24 * 3600;
/// Maximum length of a procedure's name in a reminder, in UTF-16 units. The rest of the message still fits.
const NAME_UNITS: usize = 20;

/// Records the reminders that are due, of one account or of all.
pub(crate) fn record_due(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: Option<i64>,
) -> Result<(), Refusal> {
    remind_of_drafts(transaction, state, account_id)?;
    remind_of_supplements(transaction, state, account_id)?;
    remind_of_fees(transaction, state, account_id)?;
    remind_of_consents(transaction, state, account_id)
}

/// Reminds of drafts that are deleted within a week. A draft that is changed again and forgotten again gets another
/// reminder, because its day is another one.
fn remind_of_drafts(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: Option<i64>,
) -> Result<(), Refusal> {
    let now = state.clock.now();
    let (expired, soon) = (
        draft_expiry::expiry_cutoff(now),
        draft_expiry::expiry_cutoff(now + DRAFT_DAYS * DAY_SECONDS),
    );
    let mut drafts = transaction.prepare(
        "SELECT id, account_id, procedure, updated_at FROM drafts
         WHERE reply_to IS NULL AND updated_at >= ?1 AND updated_at < ?2 AND (?3 IS NULL OR account_id = ?3)
             AND NOT EXISTS (SELECT 1 FROM notices WHERE notices.account_id = drafts.account_id
                                 AND once_key = 'draft/' || drafts.id || '/' || updated_at)",
    )?;
    let drafts = drafts.query_map(params![expired, soon, account_id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let drafts: Vec<(String, i64, String, i64)> = drafts.collect::<Result<_, _>>()?;
    for (id, account_id, procedure, updated_at) in drafts {
        let last_day = draft_expiry::expires_on(updated_at);
        let day = Date::parse_iso(&last_day.0).map(Date::to_vietnamese);
        let name = state.data.procedure(&procedure);
        let name = name.map_or(procedure.as_str(), |procedure| procedure.name.as_str());
        let text = format!(
            "Bản nháp «{}» sẽ bị xóa sau ngày {} vì đã lâu không sửa. Mở lại và sửa để giữ, xem tại mục Hồ sơ của tôi.",
            crate::messages::length::shorten(name, NAME_UNITS),
            day.unwrap_or(last_day.0),
        );
        let notice = NewNotice {
            account_id,
            kind: NoticeKind::DraftExpires,
            text,
            dossier: None,
            once_key: Some(format!("draft/{id}/{updated_at}")),
            draft: Some(&id),
        };
        outbox::record(transaction, state, &notice)?;
    }
    Ok(())
}

/// Reminds of requests for a supplement, or for the check of a draft certificate, whose last day is today or tomorrow. A
/// request that was made less than a day ago needs no reminder.
fn remind_of_supplements(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: Option<i64>,
) -> Result<(), Refusal> {
    let now = state.clock.now();
    let today = clock::day(clock::date_in_vietnam(now));
    let tomorrow = clock::day(clock::date_in_vietnam(now + DAY_SECONDS));
    let mut requests = transaction.prepare(
        "SELECT supplement_requests.id, dossier_code, kind, until, account_id
         FROM supplement_requests JOIN dossiers ON dossiers.code = dossier_code
         WHERE closed_at IS NULL AND until BETWEEN ?1 AND ?2 AND asked_at <= ?3
             AND (?4 IS NULL OR account_id = ?4)
             AND NOT EXISTS (SELECT 1 FROM notices WHERE notices.account_id = dossiers.account_id
                                 AND once_key = 'supplement/' || supplement_requests.id)",
    )?;
    let values = params![today.0, tomorrow.0, now - DAY_SECONDS, account_id];
    let requests = requests.query_map(values, |row| {
        let kind: String = row.get(2)?;
        Ok((row.get(0)?, row.get(1)?, kind, row.get(3)?, row.get(4)?))
    })?;
    let requests: Vec<(String, String, String, String, i64)> =
        requests.collect::<Result<_, _>>()?;
    for (id, code, kind, until, account_id) in requests {
        let kind = SupplementKind::from_key(&kind).unwrap_or_default();
        let notice = NewNotice {
            account_id,
            kind: NoticeKind::SupplementExpires,
            text: supplement_text(kind, &code, &until),
            dossier: Some(&code),
            draft: None,
            once_key: Some(format!("supplement/{id}")),
        };
        outbox::record(transaction, state, &notice)?;
    }
    Ok(())
}

/// What happens if the citizen doesn't reply depends on what the office asks for: silence pauses the dossier, but agrees to
/// the draft of a certificate.
fn supplement_text(kind: SupplementKind, code: &str, until: &str) -> String {
    let day = vietnamese_day(until);
    match kind {
        SupplementKind::Certificate => format!(
            "Hồ sơ {code} chờ bạn xác nhận bản thảo, hạn cuối {day}. Không trả lời là đồng ý, xem tại mục Hồ sơ của tôi."
        ),
        SupplementKind::Supplement | SupplementKind::Other(_) => format!(
            "Hồ sơ {code} chờ bạn bổ sung, hạn cuối {day}. Quá hạn, hồ sơ sẽ dừng xử lý. Xem tại mục Hồ sơ của tôi."
        ),
    }
}

/// Reminds of fees whose last day is today or tomorrow, while they can be paid. A fee that was asked for less than a day ago
/// needs no reminder.
fn remind_of_fees(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: Option<i64>,
) -> Result<(), Refusal> {
    let now = state.clock.now();
    let today = clock::day(clock::date_in_vietnam(now));
    let tomorrow = clock::day(clock::date_in_vietnam(now + DAY_SECONDS));
    let mut due = transaction.prepare(
        "SELECT fees.id, account_id
         FROM fees JOIN dossiers ON dossiers.code = dossier_code
         WHERE paid_at IS NULL AND cancelled_at IS NULL AND until BETWEEN ?1 AND ?2 AND requested_at <= ?3
             AND (?4 IS NULL OR account_id = ?4)
             AND NOT EXISTS (SELECT 1 FROM notices WHERE notices.account_id = dossiers.account_id
                                 AND once_key = 'fee/' || fees.id)",
    )?;
    let values = params![today.0, tomorrow.0, now - DAY_SECONDS, account_id];
    let due = due.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let due: Vec<(String, i64)> = due.collect::<Result<_, _>>()?;
    for (id, account_id) in due {
        let fee = fees::find(transaction, &id)?;
        if !fee.can_be_paid(transaction, &today)? {
            continue;
        }
        let until = fee.until.as_ref().map_or("", |day| day.0.as_str());
        let notice = NewNotice {
            account_id,
            kind: NoticeKind::FeeExpires,
            text: fee_text(&fee.dossier_code, fee.total, until),
            dossier: Some(&fee.dossier_code),
            draft: None,
            once_key: Some(format!("fee/{id}")),
        };
        outbox::record(transaction, state, &notice)?;
    }
    Ok(())
}

fn fee_text(code: &str, total: u64, until: &str) -> String {
    format!(
        "Hồ sơ {code} cần nộp {}, hạn {}. Quá hạn phải chờ yêu cầu mới, xem tại mục Hồ sơ của tôi.",
        display_money(total),
        vietnamese_day(until)
    )
}

/// A day as citizens write it.
fn vietnamese_day(day: &str) -> String {
    Date::parse_iso(day).map_or_else(|| day.to_owned(), Date::to_vietnamese)
}

/// Reminds citizens with open drafts that the wording of a required consent has changed. Without the new consent they can't
/// send the draft.
fn remind_of_consents(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: Option<i64>,
) -> Result<(), Refusal> {
    let required = state
        .data
        .consents()
        .iter()
        .filter(|purpose| purpose.required);
    for purpose in required {
        let key = format!("consent/{}/{}", purpose.key, purpose.version);
        let mut accounts = transaction.prepare(
            "SELECT DISTINCT account_id FROM drafts WHERE reply_to IS NULL AND (?1 IS NULL OR account_id = ?1)
                 AND EXISTS (SELECT 1 FROM consents WHERE consents.account_id = drafts.account_id
                     AND purpose = ?2 AND version < ?3 AND withdrawn_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM consents WHERE consents.account_id = drafts.account_id
                     AND purpose = ?2 AND version = ?3)
                 AND NOT EXISTS (SELECT 1 FROM notices WHERE notices.account_id = drafts.account_id
                     AND once_key = ?4)",
        )?;
        let lapsed = accounts.query_map(
            params![account_id, purpose.key, purpose.version, key],
            |row| row.get(0),
        )?;
        let lapsed: Vec<i64> = lapsed.collect::<Result<_, _>>()?;
        for account_id in lapsed {
            let notice = NewNotice {
                account_id,
                kind: NoticeKind::ConsentLapsed,
                text: "Nội dung sự đồng ý cần để nộp hồ sơ đã đổi nên sự đồng ý cũ hết hiệu lực. Xem tại mục Tài khoản \
                       của tôi."
                    .to_owned(),
                dossier: None,
                draft: None,
                once_key: Some(key.clone()),
            };
            outbox::record(transaction, state, &notice)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::length::{MAX_UNITS, units};

    #[test]
    fn every_reminder_of_a_dossier_fits_into_two_messages() {
        let (code, until) = ("000.00.19.H50-261122-0001", "2026-11-27");
        let texts = [
            supplement_text(SupplementKind::Certificate, code, until),
            supplement_text(SupplementKind::Supplement, code, until),
            fee_text(code, contract::limits::FEE_TOTAL, until),
        ];
        for text in texts {
            assert!(units(&text) <= MAX_UNITS, "{} {text}", units(&text));
            assert!(text.contains("27/11/2026"), "{text}");
        }
    }
}
