//! The forms with which the officer asks for fees and decides on them, as plain HTML.

use contract::payment::FeeProof;
use domain::format::display_money;

use super::fees::{DeskFees, FORM_LINES};
use super::html::escape_html;
use crate::dossiers::notices::vietnamese;
use crate::store::fees::StoredFee;

/// Writes the fees of a dossier and the form of a new one. `code` is the escaped code of the dossier.
pub(super) fn push_fees(page: &mut String, desk: &DeskFees, code: &str) {
    for fee in &desk.fees {
        push_fee(page, fee);
    }
    for payment in &desk.refunds {
        let amount = display_money(payment.received.unwrap_or(payment.amount));
        page.push_str(&format!(
            "<form method=\"post\" action=\"/demo/payments/{}\"><p class=\"note\">Cần hoàn trả {amount}.</p>\
             <p class=\"actions\"><button>Đã hoàn trả</button></p></form>",
            escape_html(&payment.id),
        ));
    }
    if desk.can_ask {
        push_form(page, code);
    }
}

fn push_fee(page: &mut String, fee: &StoredFee) {
    let until = fee.until.as_ref().and_then(vietnamese);
    let until = until.map_or_else(String::new, |day| format!(" · hạn {day}"));
    let state = match (&fee.paid, fee.cancelled) {
        (Some(paid), _) => match &paid.receipt_number {
            Some(number) => format!("đã nộp, biên lai số {}", escape_html(number)),
            None => "không phải nộp".to_owned(),
        },
        (None, true) => "đã hủy".to_owned(),
        (None, false) => "chờ thanh toán".to_owned(),
    };
    let proof = match fee.proof {
        FeeProof::Required => " · chờ công dân nộp chứng từ",
        FeeProof::Received => " · đã có chứng từ",
        FeeProof::None | FeeProof::Other(_) => "",
    };
    page.push_str(&format!(
        "<p class=\"meta\">Khoản thu <b>{}</b>: {} – {state}{until}{proof}</p>",
        display_money(fee.total),
        escape_html(&fee.reason),
    ));
    if fee.is_open() {
        page.push_str(&format!(
            "<form method=\"post\" action=\"/demo/fees/{}\"><p class=\"actions\">\
             <button name=\"decision\" value=\"counter\">Xác nhận đã nộp tại quầy</button>\
             <button name=\"decision\" value=\"transfer\">Xác nhận đã nhận chuyển khoản</button>\
             <button name=\"decision\" value=\"cancel\">Hủy khoản thu</button></p></form>",
            escape_html(&fee.id),
        ));
    }
}

fn push_form(page: &mut String, code: &str) {
    page.push_str(&format!(
        "<details><summary>Yêu cầu nộp một khoản…</summary>\
         <form method=\"post\" action=\"/demo/dossiers/{code}/fees\">"
    ));
    for number in 1..=FORM_LINES {
        page.push_str(&format!(
            "<fieldset><legend>Khoản {number}</legend>\
             <label>Loại <select name=\"kind{number}\"><option value=\"duty\">Lệ phí</option>\
             <option value=\"charge\">Phí</option><option value=\"levy\">Khác (thuế, nghĩa vụ)</option></select></label>\
             <label>Tên <input name=\"name{number}\"></label>\
             <label>Số tiền (đ) <input name=\"amount{number}\" inputmode=\"numeric\"></label>\
             <label>Căn cứ <input name=\"basis{number}\"></label></fieldset>"
        ));
    }
    page.push_str(
        "<label>Lý do thu <input name=\"reason\"></label>\
         <label>Hạn nộp <input type=\"date\" name=\"until\"></label>\
         <label>Nơi nộp trực tiếp <input name=\"counter\"></label>\
         <label><input type=\"checkbox\" name=\"online\" value=\"1\"> Nộp trực tuyến hoặc chuyển khoản được</label>\
         <label><input type=\"checkbox\" name=\"proof\" value=\"1\"> Phải nộp chứng từ</label>\
         <label><input type=\"checkbox\" name=\"holds\" value=\"1\"> Hồ sơ dừng lại chờ nộp (mã 6)</label>\
         <p class=\"actions\"><button>Gửi yêu cầu nộp</button></p></form></details>",
    );
}
