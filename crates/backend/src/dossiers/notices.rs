//! Notices about a dossier. Each contains the dossier code, and what will happen next or what the citizen must do. It
//! contains no name, no id number, no link, and nothing that an officer wrote: the citizen reads that in «Hồ sơ của
//! tôi».
//!
//! The texts are also sent as text messages of at most two parts, so long names are shortened.

use contract::dossier::DossierStatus;
use contract::notice::NoticeKind;
use contract::receipt::Receipt;
use contract::time::Day;
use domain::calendar::Date;
use domain::status::Actor;
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::group_progress::GroupChanges;
use crate::messages::length::{MAX_UNITS, shorten, units};
use crate::notices::notice_store::NewNotice;
use crate::notices::outbox;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Maximum length of a procedure's name in a message, in UTF-16 units. The longest sentence still fits beside it.
const PART_NAME_UNITS: usize = 30;

/// Records the notice after the citizen has sent a dossier («Gửi hồ sơ»).
pub(super) fn announce_submission(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    receipt: &Receipt,
) -> Result<(), Refusal> {
    let notice = NewNotice {
        account_id,
        kind: NoticeKind::Submitted,
        text: submitted(receipt),
        dossier: Some(&receipt.code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

/// Records the notice that the office has written to the citizen about a dossier.
pub(crate) fn announce_message(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
) -> Result<(), Refusal> {
    let notice = NewNotice {
        account_id: dossier_store::owner(transaction, code)?,
        kind: NoticeKind::Message,
        text: format!("Cơ quan có tin nhắn về hồ sơ {code}, xem tại mục Hồ sơ của tôi."),
        dossier: Some(code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

/// Records the notice that the office has attached another result to a finished dossier.
pub(crate) fn announce_further_result(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
) -> Result<(), Refusal> {
    let notice = NewNotice {
        account_id: dossier_store::owner(transaction, code)?,
        kind: NoticeKind::ResultReady,
        text: further_result(code),
        dossier: Some(code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

fn further_result(code: &str) -> String {
    format!("Hồ sơ {code} có thêm kết quả, xem tại mục Hồ sơ của tôi.")
}

/// Records the notice about a step. `from` is the status before it.
pub(super) fn announce_step(
    transaction: &Transaction<'_>,
    state: &AppState,
    from: DossierStatus,
    by: Actor,
    dossier: &StoredDossier,
    changes: &GroupChanges,
) -> Result<(), Refusal> {
    let code = &dossier.receipt.code;
    let notice = NewNotice {
        account_id: dossier_store::owner(transaction, code)?,
        kind: kind_of_step(from, by, dossier),
        text: status_changed(dossier, changes, dossier.is_provisional(&state.data)),
        dossier: Some(code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

/// What the notice about a step tells.
fn kind_of_step(from: DossierStatus, by: Actor, dossier: &StoredDossier) -> NoticeKind {
    match dossier.status {
        DossierStatus::Registered | DossierStatus::Processing
            if from == DossierStatus::SupplementRequested && by == Actor::Citizen =>
        {
            NoticeKind::SupplementReceived
        }
        DossierStatus::Registered | DossierStatus::Processing | DossierStatus::Accepted
            if from == DossierStatus::ObligationRequested =>
        {
            NoticeKind::Paid
        }
        DossierStatus::Registered => NoticeKind::Submitted,
        DossierStatus::Accepted => NoticeKind::Accepted,
        DossierStatus::Rejected => NoticeKind::Rejected,
        DossierStatus::Processing | DossierStatus::Other(_) => NoticeKind::Processing,
        DossierStatus::SupplementRequested => NoticeKind::SupplementRequested,
        DossierStatus::ObligationRequested => NoticeKind::FeeRequested,
        DossierStatus::WithdrawalRequested => NoticeKind::WithdrawalRequested,
        DossierStatus::Paused if dossier.withdrawn => NoticeKind::Withdrawn,
        DossierStatus::Paused => NoticeKind::Paused,
        DossierStatus::Processed => NoticeKind::ResultReady,
        DossierStatus::Returned => NoticeKind::Returned,
    }
}

/// The message after the citizen has sent a dossier («Gửi hồ sơ»).
fn submitted(receipt: &Receipt) -> String {
    let due = due_text(receipt.due_on.as_ref(), receipt.due_on_provisional);
    let text = |agency: &str| format!("Hồ sơ {} đã được gửi tới {agency}.{due}", receipt.code);
    let room = MAX_UNITS.saturating_sub(units(&text("")));
    text(&shorten(&receipt.agency_name, room))
}

/// The message after a step of the office. For a part of a group, the message also names the procedure, and the waiting
/// parts that start or are rejected because of the step. If `is_provisional` is true, the due date may still change.
fn status_changed(dossier: &StoredDossier, changes: &GroupChanges, is_provisional: bool) -> String {
    let code = match &dossier.whole {
        Some(_) => format!(
            "{} ({})",
            dossier.receipt.code,
            shorten(&dossier.receipt.procedure.name, PART_NAME_UNITS)
        ),
        None => dossier.receipt.code.clone(),
    };
    let mut text = match dossier.status {
        DossierStatus::Registered => format!("Hồ sơ {code} chờ cơ quan tiếp nhận."),
        DossierStatus::Accepted => {
            format!(
                "Hồ sơ {code} đã được tiếp nhận.{}",
                due_text(dossier.due_on.as_ref(), is_provisional)
            )
        }
        DossierStatus::Rejected => format!("Hồ sơ {code} không được tiếp nhận."),
        DossierStatus::Processing => format!("Hồ sơ {code} đang được xử lý."),
        DossierStatus::SupplementRequested => {
            format!("Hồ sơ {code} cần bổ sung giấy tờ, xem tại mục Hồ sơ của tôi.")
        }
        DossierStatus::ObligationRequested => {
            format!("Hồ sơ {code} chờ bạn thực hiện nghĩa vụ tài chính, xem tại mục Hồ sơ của tôi.")
        }
        DossierStatus::WithdrawalRequested => format!("Đã nhận yêu cầu rút hồ sơ {code}."),
        DossierStatus::Paused if dossier.withdrawn => format!("Hồ sơ {code} đã được rút."),
        DossierStatus::Paused => format!("Hồ sơ {code} đã dừng xử lý."),
        DossierStatus::Processed => {
            format!("Hồ sơ {code} đã có kết quả, chờ trả cho bạn.")
        }
        DossierStatus::Returned => format!("Kết quả của hồ sơ {code} đã được trả."),
        DossierStatus::Other(_) => format!("Hồ sơ {code} có trạng thái mới."),
    };
    if !changes.started.is_empty() {
        text.push_str(" Bắt đầu giải quyết: ");
        text.push_str(&changes.started.join("; "));
        text.push('.');
    }
    if !changes.rejected.is_empty() {
        text.push_str(" Cũng dừng: ");
        text.push_str(&changes.rejected.join("; "));
        text.push('.');
    }
    shorten(&text, MAX_UNITS)
}

/// The sentence of a message that states the due date. Empty if there is no due date.
fn due_text(due_on: Option<&Day>, is_provisional: bool) -> String {
    let mark = if is_provisional { " (tạm tính)" } else { "" };
    let due_on = due_on.and_then(vietnamese);
    due_on.map_or_else(String::new, |day| {
        format!(" Hẹn trả kết quả ngày {day}{mark}.")
    })
}

/// Formats a date as `22/11/2026`.
pub(crate) fn vietnamese(day: &Day) -> Option<String> {
    Date::parse_iso(&day.0).map(Date::to_vietnamese)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use contract::draft::ForWhom;
    use contract::form::Answers;
    use serde_json::json;

    use super::*;

    fn dossier(status: DossierStatus, note: Option<String>) -> StoredDossier {
        let long_name = "Ủy ban nhân dân phường Hoàng Liệt ".repeat(8);
        let receipt: Receipt = serde_json::from_value(json!({
            "code": "000.00.19.H50-261122-0001",
            "procedure": {"key": "1.001193", "name": long_name},
            "agency_name": long_name,
            "citizen_name": "Lan",
            "sent_at": "2026-11-22T01:20:00Z",
            "due_on": "2026-11-30",
            "files": [], "answers": 0, "delivery": {"channel": "online"}
        }))
        .unwrap();
        StoredDossier {
            whole: Some("H50.19.624-261122-0001".to_owned()),
            for_whom: ForWhom::Oneself,
            due_on: receipt.due_on.clone(),
            answers: Answers::new(),
            files: Vec::new(),
            form: String::new(),
            status,
            open_fee: false,
            withdrawn: false,
            office: String::new(),
            handler: None,
            note,
            updated_at: 0,
            receipt,
        }
    }

    #[test]
    fn every_notice_comes_in_two_parts_at_most_and_keeps_its_first_sentence() {
        let sent = submitted(&dossier(DossierStatus::Registered, None).receipt);
        assert!(units(&sent) <= MAX_UNITS, "{sent}");
        assert!(sent.ends_with("Hẹn trả kết quả ngày 30/11/2026."), "{sent}");
        let many = || vec!["Cấp thẻ bảo hiểm y tế cho trẻ em".to_owned(); 5];
        let changes = GroupChanges {
            started: many(),
            rejected: many(),
        };
        for status in DossierStatus::ALL {
            let first = status_changed(&dossier(status, None), &GroupChanges::default(), true);
            assert!(
                units(&first) <= MAX_UNITS && !first.ends_with('…'),
                "{first}"
            );
            let note = Some("Bà Lan thiếu giấy chứng sinh.".to_owned());
            let whole = status_changed(&dossier(status, note), &changes, true);
            assert!(
                units(&whole) <= MAX_UNITS && !whole.contains("Lan"),
                "{whole}"
            );
        }
    }
}
