//! The text messages that follow a dossier. Each names the dossier by its code and says what the citizen
//! can expect or must do; none of our words holds a citizen's name, an id number or a link. The officer's
//! note follows them as it was written, whatever it holds.

use contract::dossier::Status;
use contract::receipt::Receipt;
use contract::time::Day;
use domain::calendar::Date;

/// The message after «Gửi hồ sơ».
pub(crate) fn sent(receipt: &Receipt) -> String {
    let mut text = format!(
        "Hồ sơ {} đã được gửi tới {}.",
        receipt.code, receipt.agency_name
    );
    text.push_str(&promise(receipt));
    text
}

/// The message after a step of the office; `note` is what the officer wrote.
pub(crate) fn moved(receipt: &Receipt, status: Status, note: Option<&str>) -> String {
    let code = &receipt.code;
    let mut text = match status {
        Status::Registered => format!("Hồ sơ {code} chờ cơ quan tiếp nhận."),
        Status::Accepted => {
            format!("Hồ sơ {code} đã được tiếp nhận.{}", promise(receipt))
        }
        Status::Rejected => format!("Hồ sơ {code} không được tiếp nhận."),
        Status::Processing => format!("Hồ sơ {code} đang được xử lý."),
        Status::SupplementAsked => {
            format!("Hồ sơ {code} cần bổ sung giấy tờ, xem tại mục Hồ sơ của tôi.")
        }
        Status::ObligationAsked => {
            format!("Hồ sơ {code} chờ bạn thực hiện nghĩa vụ tài chính, xem tại mục Hồ sơ của tôi.")
        }
        Status::WithdrawalAsked => format!("Đã nhận yêu cầu rút hồ sơ {code}."),
        Status::Paused => format!("Hồ sơ {code} đã dừng xử lý."),
        Status::Processed => {
            format!("Hồ sơ {code} đã có kết quả, chờ trả kết quả theo cách bạn đã chọn.")
        }
        Status::Returned => format!("Kết quả của hồ sơ {code} đã được trả."),
    };
    if let Some(note) = note {
        text.push_str(" Nội dung: ");
        text.push_str(note);
    }
    text
}

fn promise(receipt: &Receipt) -> String {
    let due_on = receipt.due_on.as_ref().and_then(vietnamese);
    due_on.map_or_else(String::new, |day| format!(" Hẹn trả kết quả ngày {day}."))
}

/// A day as people write it: `22/11/2026`.
pub(crate) fn vietnamese(day: &Day) -> Option<String> {
    Date::from_iso(&day.0).map(Date::vietnamese)
}
