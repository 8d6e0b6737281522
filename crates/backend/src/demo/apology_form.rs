//! The officer's form «Xin lỗi và hẹn lại ngày trả kết quả» on the page `/demo`.

use super::desk::DeskEntry;
use super::html::escape_html;
use crate::dossiers::apology::can_postpone;

/// Adds the form to the card of a dossier, if the office can name another due date.
pub(super) fn push_apology_form(page: &mut String, entry: &DeskEntry) {
    let is_single = entry.parts.is_empty() && entry.waits_for.is_empty();
    if !is_single || !can_postpone(&entry.dossier) {
        return;
    }
    let code = escape_html(&entry.dossier.receipt.code);
    page.push_str(&format!(
        "<details><summary>Xin lỗi và hẹn lại</summary>\
         <form method=\"post\" action=\"/demo/dossiers/{code}/apology\">\
         <label for=\"day-{code}\">Ngày hẹn mới</label>\
         <input id=\"day-{code}\" name=\"day\" placeholder=\"dd/mm/yyyy\" required>\
         <label for=\"reason-{code}\">Lý do chậm</label>\
         <textarea id=\"reason-{code}\" name=\"reason\" rows=\"2\" required></textarea>\
         <p class=\"actions\"><button>Gửi lời xin lỗi</button></p></form></details>"
    ));
}
