//! The officer's forms for the outcome of a dossier: attach a result, record the hand-over, answer the citizen.

use contract::dossier::{DossierStatus, HandoverChannel, Message, MessageAuthor};

use super::desk::DeskEntry;
use super::html::escape_html;
use super::outcome::can_attach;

/// Adds the outcome of a dossier and its forms to the page. `code` is the code of the dossier, escaped. `today` is the
/// date that the form suggests.
pub(super) fn push_outcome(page: &mut String, entry: &DeskEntry, code: &str, today: &str) {
    if entry.parts.is_empty() {
        push_results(page, entry);
        if can_attach(entry.dossier.status) {
            push_result_form(page, entry.dossier.status, code, today);
        }
        if can_hand_over(entry) {
            push_handover_form(page, code);
        }
    }
    push_messages(page, &entry.outcome.messages, code);
    if let Some(rating) = &entry.outcome.rating {
        page.push_str(&format!(
            "<p class=\"meta\">Công dân đánh giá: <b>{}/5</b></p><p class=\"text\">{}</p>",
            rating.stars,
            escape_html(rating.comment.as_deref().unwrap_or_default())
        ));
    }
}

/// Whether the hand-over can be recorded: the result exists, and no hand-over is recorded.
fn can_hand_over(entry: &DeskEntry) -> bool {
    entry.outcome.handover.is_none()
        && matches!(
            entry.dossier.status,
            DossierStatus::Processed | DossierStatus::Returned
        )
}

fn push_results(page: &mut String, entry: &DeskEntry) {
    for document in &entry.outcome.results {
        page.push_str(&format!(
            "<p class=\"meta\">Kết quả đã đính kèm: {} ({}, {} byte)</p>",
            escape_html(&document.name),
            escape_html(&document.file.name),
            document.file.size
        ));
    }
    if let Some(handover) = &entry.outcome.handover {
        page.push_str(&format!(
            "<p class=\"meta\">Đã giao: {} {}</p>",
            channel_name(handover.channel),
            escape_html(handover.note.as_deref().unwrap_or_default())
        ));
    }
}

fn push_result_form(page: &mut String, status: DossierStatus, code: &str, today: &str) {
    let effect = match status {
        DossierStatus::Processing => " Hồ sơ chuyển sang «Đã xử lý xong».",
        _ => "",
    };
    page.push_str(&format!(
        "<details><summary>Đính kèm tệp kết quả</summary>\
         <p class=\"note\">Tệp PDF, JPG hoặc PNG, tối đa 40 MB, được giữ nguyên từng byte.{effect}</p>\
         <form method=\"post\" action=\"/demo/dossiers/{code}/results\" enctype=\"multipart/form-data\">\
         <label for=\"rn-{code}\">Tên giấy tờ</label>\
         <input id=\"rn-{code}\" name=\"name\" maxlength=\"500\" required>\
         <label for=\"ru-{code}\">Số (nếu có)</label>\
         <input id=\"ru-{code}\" name=\"number\" maxlength=\"100\">\
         <label for=\"rd-{code}\">Ngày cấp</label>\
         <input id=\"rd-{code}\" name=\"issued_on\" type=\"date\" value=\"{today}\" required>\
         <label for=\"rf-{code}\">Tệp</label>\
         <input id=\"rf-{code}\" name=\"file\" type=\"file\" accept=\"application/pdf,image/jpeg,image/png\" required>\
         <p class=\"actions\"><button>Đính kèm</button></p></form></details>"
    ));
}

fn push_handover_form(page: &mut String, code: &str) {
    let options: String = HandoverChannel::ALL
        .map(|channel| {
            let (key, name) = (channel.key(), channel_name(channel));
            format!("<option value=\"{key}\">{name}</option>")
        })
        .concat();
    page.push_str(&format!(
        "<details><summary>Ghi nhận việc giao kết quả</summary>\
         <form method=\"post\" action=\"/demo/dossiers/{code}/handover\">\
         <label for=\"hc-{code}\">Cách giao</label>\
         <select id=\"hc-{code}\" name=\"channel\">{options}</select>\
         <label for=\"hn-{code}\">Ghi chú: người nhận, hoặc mã vận đơn</label>\
         <input id=\"hn-{code}\" name=\"note\" maxlength=\"500\">\
         <p class=\"actions\"><button>Ghi nhận</button></p></form></details>"
    ));
}

fn push_messages(page: &mut String, messages: &[Message], code: &str) {
    for message in messages {
        let author = match message.author {
            MessageAuthor::Citizen => "Công dân",
            MessageAuthor::Office | MessageAuthor::Other(_) => "Cơ quan",
        };
        page.push_str(&format!(
            "<p class=\"meta\">{author} viết:</p><p class=\"text\">{}</p>",
            escape_html(&message.text)
        ));
        for file in &message.files {
            page.push_str(&format!(
                "<p class=\"meta\">Tệp kèm theo: {}</p>",
                escape_html(&file.name)
            ));
        }
    }
    page.push_str(&format!(
        "<details><summary>Nhắn tin cho công dân</summary>\
         <form method=\"post\" action=\"/demo/dossiers/{code}/messages\">\
         <label for=\"mt-{code}\">Tin nhắn</label>\
         <textarea id=\"mt-{code}\" name=\"text\" rows=\"3\" required></textarea>\
         <p class=\"actions\"><button>Gửi tin nhắn</button></p></form></details>"
    ));
}

/// The Vietnamese name of a way to hand a result over.
fn channel_name(channel: HandoverChannel) -> &'static str {
    match channel {
        HandoverChannel::Counter => "tại quầy",
        HandoverChannel::Post => "qua bưu chính",
        HandoverChannel::Online => "trực tuyến",
        HandoverChannel::Other(text) => text.as_str(),
    }
}
