//! Renders the officer's form for corrections and papers, and on the page `/demo` what was asked and received.

use contract::dossier::{ChangedAnswer, SentSupplement};
use serde_json::Value;

use super::html::escape_html;
use super::supplement::{Choice, OTHER_PAPERS, SupplementForm};
use super::supplement_state::SupplementState;
use crate::dossiers::notices::vietnamese;

/// Renders the form as a page of its own. `error` is why it couldn't be applied.
pub(super) fn render_form(form: &SupplementForm, error: Option<&str>) -> String {
    let code = escape_html(&form.code);
    let mut page = format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Yêu cầu bổ sung – Trang thử nghiệm</title><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"/demo/demo.css\"></head><body><header>\
         <h1>Yêu cầu bổ sung từng mục</h1><p>{code}</p><p class=\"meta\">{}</p>\
         <p><a href=\"/demo\">Về trang thử nghiệm</a></p></header><main>",
        escape_html(&form.procedure)
    );
    if let Some(error) = error {
        page.push_str(&format!(
            "<p class=\"error\" role=\"alert\">{}</p>",
            escape_html(error)
        ));
    }
    page.push_str(&format!(
        "<form method=\"post\" action=\"/demo/dossiers/{code}/supplement\">\
         <label for=\"reason\">Lý do chung</label>\
         <textarea id=\"reason\" name=\"reason\" rows=\"2\"></textarea>\
         <label for=\"until\">Hạn bổ sung</label>\
         <input id=\"until\" name=\"until\" type=\"date\" value=\"{}\">",
        escape_html(&form.until.0)
    ));
    push_choices(&mut page, "Nội dung khai cần sửa", &form.questions);
    push_choices(&mut page, "Giấy tờ cần nộp", &form.components);
    page.push_str("<fieldset><legend>Giấy tờ khác</legend>");
    for number in 1..=OTHER_PAPERS {
        page.push_str(&format!(
            "<label for=\"other:{number}\">Tên giấy tờ {number}</label>\
             <input id=\"other:{number}\" name=\"other:{number}\">\
             <label for=\"r:other:{number}\">Lý do với giấy tờ {number}</label>\
             <input id=\"r:other:{number}\" name=\"r:other:{number}\">"
        ));
    }
    page.push_str(
        "</fieldset><p class=\"actions\"><button name=\"kind\" value=\"supplement\">Gửi yêu cầu từng mục</button>",
    );
    if form.has_certificate {
        page.push_str(
            "<button name=\"kind\" value=\"certificate\">Gửi bản thảo để công dân xác nhận</button>",
        );
    }
    page.push_str("</p></form></main></body></html>");
    page
}

fn push_choices(page: &mut String, title: &str, choices: &[Choice]) {
    if choices.is_empty() {
        return;
    }
    page.push_str(&format!("<fieldset><legend>{title}</legend>"));
    for choice in choices {
        let (field, label) = (escape_html(&choice.field), escape_html(&choice.label));
        page.push_str(&format!(
            "<p><label><input type=\"checkbox\" name=\"{field}\"> {label}</label>"
        ));
        if let Some(present) = &choice.present {
            page.push_str(&format!(
                "<span class=\"meta\">Đang có: {}</span>",
                escape_html(present)
            ));
        }
        page.push_str(&format!(
            "<input name=\"r:{field}\" aria-label=\"Lý do: {label}\" placeholder=\"Lý do\"></p>"
        ));
    }
    page.push_str("</fieldset>");
}

/// Adds the link to the form, if the office can ask now, and what it has asked and received.
pub(super) fn push_supplements(
    page: &mut String,
    code: &str,
    state: &SupplementState,
    can_ask: bool,
) {
    if let Some(open) = &state.open {
        let items: Vec<String> = open
            .items
            .iter()
            .map(|item| escape_html(&item.label))
            .collect();
        let until = open.until.as_ref().and_then(vietnamese);
        let until = until.map_or_else(String::new, |day| format!(" · đến hết ngày {day}"));
        page.push_str(&format!(
            "<p class=\"note\">Đang chờ công dân{until}. {}</p>",
            items.join("; ")
        ));
    }
    if let Some(sent) = state.sent.first() {
        push_reply(page, sent);
    }
    if can_ask {
        page.push_str(&format!(
            "<p><a href=\"/demo/dossiers/{code}/supplement\">Chọn từng mục cần bổ sung</a></p>"
        ));
    }
}

fn push_reply(page: &mut String, sent: &SentSupplement) {
    page.push_str("<p class=\"note\">Công dân đã trả lời:</p><ul>");
    match sent.agreed {
        Some(true) => page.push_str("<li>Đồng ý bản thảo</li>"),
        Some(false) => page.push_str("<li>Bản thảo có chỗ sai</li>"),
        None => {}
    }
    if let Some(text) = &sent.text {
        page.push_str(&format!("<li class=\"text\">{}</li>", escape_html(text)));
    }
    for ChangedAnswer {
        label,
        before,
        after,
        ..
    } in &sent.answers
    {
        page.push_str(&format!(
            "<li>{}: {} → {}</li>",
            escape_html(label),
            escape_html(&plain(before.as_ref())),
            escape_html(&plain(after.as_ref()))
        ));
    }
    for file in &sent.files {
        page.push_str(&format!(
            "<li>{}: {}</li>",
            escape_html(&file.component_label),
            escape_html(&file.name)
        ));
    }
    page.push_str("</ul>");
}

/// An answer as the officer reads it in the list of changes.
fn plain(answer: Option<&Value>) -> String {
    match answer {
        None => "(trống)".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => "có".to_owned(),
        Some(Value::Bool(false)) => "không".to_owned(),
        Some(other) => other.to_string(),
    }
}
