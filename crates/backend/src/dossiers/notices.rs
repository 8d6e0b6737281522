//! Text messages about a dossier. Each message contains the dossier code, and what will happen next or what the citizen
//! must do. The backend's own texts contain no name, no id number and no link. The officer's note is appended
//! unchanged.

use contract::dossier::DossierStatus;
use contract::receipt::Receipt;
use contract::time::Day;
use domain::calendar::Date;

use super::dossier_store::StoredDossier;
use super::group_progress::GroupChanges;
use crate::data::Data;

/// The message after the citizen has sent a dossier («Gửi hồ sơ»).
pub(crate) fn submitted(receipt: &Receipt) -> String {
    let mut text = format!(
        "Hồ sơ {} đã được gửi tới {}.",
        receipt.code, receipt.agency_name
    );
    text.push_str(&due_text(
        receipt.due_on.as_ref(),
        receipt.due_on_provisional,
    ));
    text
}

/// The message after a step of the office. For a part of a group, the message also names the procedure, and the waiting
/// parts that start or are rejected because of the step.
pub(crate) fn status_changed(
    dossier: &StoredDossier,
    changes: &GroupChanges,
    data: &Data,
) -> String {
    let code = match &dossier.whole {
        Some(_) => format!(
            "{} ({})",
            dossier.receipt.code, dossier.receipt.procedure.name
        ),
        None => dossier.receipt.code.clone(),
    };
    let mut text = match dossier.status {
        DossierStatus::Registered => format!("Hồ sơ {code} chờ cơ quan tiếp nhận."),
        DossierStatus::Accepted => {
            format!(
                "Hồ sơ {code} đã được tiếp nhận.{}",
                due_text(dossier.due_on.as_ref(), dossier.is_provisional(data))
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
        DossierStatus::Paused => format!("Hồ sơ {code} đã dừng xử lý."),
        DossierStatus::Processed => {
            format!("Hồ sơ {code} đã có kết quả, chờ trả kết quả theo cách bạn đã chọn.")
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
        text.push_str(" Vì vậy cũng không được tiếp nhận: ");
        text.push_str(&changes.rejected.join("; "));
        text.push('.');
    }
    if let Some(note) = &dossier.note {
        text.push_str(" Nội dung: ");
        text.push_str(note);
    }
    text
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
