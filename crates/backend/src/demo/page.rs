//! Renders the page `/demo` as plain HTML, without scripts and without inline styles.

use contract::dossier::DossierStatus;
use domain::calendar::VietnamTime;

use super::apology_form::push_apology_form;
use super::desk::DeskEntry;
use super::fee_form::push_fees;
use super::html::escape_html;
use super::inbox::{InboxEmail, InboxMessage};
use super::moves::OfficerMove;
use super::outcome_form::push_outcome;
use super::supplement_form::push_supplements;
use crate::dossiers::notices::vietnamese;
use crate::feedback::feedback_store::StoredFeedback;

/// The content of the page `/demo`.
pub(super) struct PageContent {
    /// The text messages, newest first.
    pub(super) messages: Vec<InboxMessage>,
    /// The e-mails, newest first.
    pub(super) emails: Vec<InboxEmail>,
    /// The dossiers, the most recently changed first.
    pub(super) dossiers: Vec<DeskEntry>,
    /// The feedback messages, newest first.
    pub(super) feedback: Vec<StoredFeedback>,
}

/// Renders the page `/demo` as HTML. `today` is the date that forms suggest. `error` is the error message of the last
/// decision.
pub(super) fn render_page(
    content: &PageContent,
    status_name: impl Fn(DossierStatus) -> String,
    today: &str,
    error: Option<&str>,
) -> String {
    let PageContent {
        messages,
        emails,
        dossiers,
        feedback,
    } = content;
    let mut page = String::from(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Trang thử nghiệm – Một Cửa</title>\
         <link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"/demo/demo.css\"></head><body><header>\
         <h1>Trang thử nghiệm</h1>\
         <p>Bản thử không gửi tin nhắn thật: tin nhắn hiện ở đây. Bên dưới, bạn làm việc thay cán bộ.</p>\
         <p><a href=\"/\">Về trang của công dân</a> · <a href=\"/demo\">Tải lại trang này</a> · \
         <a href=\"#dossiers\">Hồ sơ đã gửi</a> · <a href=\"#feedback\">Góp ý</a></p>\
         </header><main>",
    );
    if let Some(error) = error {
        page.push_str(&format!(
            "<p class=\"error\" role=\"alert\">{}</p>",
            escape_html(error)
        ));
    }
    page.push_str("<section aria-labelledby=\"messages\"><h2 id=\"messages\">Tin nhắn đã gửi</h2>");
    if messages.is_empty() {
        page.push_str("<p class=\"note\">Chưa có tin nhắn nào.</p>");
    } else {
        page.push_str("<ol class=\"messages\">");
        messages
            .iter()
            .for_each(|message| push_message(&mut page, message));
        page.push_str("</ol>");
    }
    if !emails.is_empty() {
        page.push_str("<h3>Thư điện tử đã gửi</h3><ol class=\"messages\">");
        emails.iter().for_each(|email| push_email(&mut page, email));
        page.push_str("</ol>");
    }
    page.push_str(
        "</section><section aria-labelledby=\"dossiers\"><h2 id=\"dossiers\">Hồ sơ đã gửi</h2>",
    );
    if dossiers.is_empty() {
        page.push_str("<p class=\"note\">Chưa có hồ sơ nào.</p>");
    }
    for entry in dossiers {
        push_dossier(&mut page, entry, &status_name, today);
    }
    page.push_str("</section><section aria-labelledby=\"feedback\"><h2 id=\"feedback\">Góp ý</h2>");
    if feedback.is_empty() {
        page.push_str("<p class=\"note\">Chưa có góp ý nào.</p>");
    }
    feedback
        .iter()
        .for_each(|message| push_feedback(&mut page, message));
    page.push_str("</section></main></body></html>");
    page
}

fn push_message(page: &mut String, message: &InboxMessage) {
    page.push_str(&format!(
        "<li class=\"card\"><p class=\"meta\">{} tới <b>{}</b>, {}</p>",
        match message.channel.as_str() {
            "zalo" => "Zalo",
            _ => "Gửi",
        },
        escape_html(&message.phone),
        VietnamTime::at(message.at).text()
    ));
    if let Some(code) = &message.code {
        page.push_str(&format!("<p class=\"code\">{}</p>", escape_html(code)));
    }
    page.push_str(&format!(
        "<p class=\"text\">{}</p></li>",
        escape_html(&message.text)
    ));
}

fn push_email(page: &mut String, email: &InboxEmail) {
    page.push_str(&format!(
        "<li class=\"card\"><p class=\"meta\">Thư tới <b>{}</b>, {}</p><p><b>{}</b></p>",
        escape_html(&email.address),
        VietnamTime::at(email.at).text(),
        escape_html(&email.subject)
    ));
    if let Some(code) = &email.code {
        page.push_str(&format!("<p class=\"code\">{}</p>", escape_html(code)));
    }
    page.push_str(&format!(
        "<p class=\"text\">{}</p></li>",
        escape_html(&email.text)
    ));
}

fn push_dossier(
    page: &mut String,
    entry: &DeskEntry,
    status_name: &impl Fn(DossierStatus) -> String,
    today: &str,
) {
    let dossier = &entry.dossier;
    let code = escape_html(&dossier.receipt.code);
    page.push_str(&format!(
        "<article class=\"card\" aria-labelledby=\"d-{code}\"><h3 id=\"d-{code}\">{code}</h3>\
         <p>{}</p><p class=\"meta\">{} · {}</p><p><b class=\"status\">{}</b>{}</p>",
        escape_html(&dossier.receipt.procedure.name),
        escape_html(&dossier.receipt.citizen_name),
        escape_html(&dossier.office),
        escape_html(&status_name(dossier.status)),
        due_text(entry),
    ));
    if let Some(note) = &dossier.note {
        page.push_str(&format!("<p class=\"text\">{}</p>", escape_html(note)));
    }
    push_moves(page, entry, &code);
    push_fees(page, &entry.fees, &code);
    push_outcome(page, entry, &code, today);
    let can_ask = entry
        .moves
        .iter()
        .any(|possible| possible.transition.to == DossierStatus::SupplementRequested);
    push_supplements(page, &code, &entry.supplement, can_ask);
    push_apology_form(page, entry);
    for part in &entry.parts {
        push_dossier(page, part, status_name, today);
    }
    page.push_str("</article>");
}

fn push_moves(page: &mut String, entry: &DeskEntry, code: &str) {
    if !entry.waits_for.is_empty() {
        page.push_str(&format!(
            "<p class=\"note\">Chờ kết quả: {}.</p>",
            escape_html(&entry.waits_for.join("; "))
        ));
        return;
    }
    if !entry.parts.is_empty() {
        page.push_str("<p class=\"note\">Từng thủ tục được giải quyết riêng, ở dưới đây.</p>");
        return;
    }
    if entry.moves.is_empty() {
        page.push_str("<p class=\"note\">Không còn việc nào cho cán bộ.</p>");
        return;
    }
    page.push_str(&format!(
        "<form method=\"post\" action=\"/demo/dossiers/{code}\">\
         <label for=\"n-{code}\">Nội dung cho công dân{}</label>\
         <textarea id=\"n-{code}\" name=\"note\" rows=\"2\"></textarea><p class=\"actions\">",
        reason_hint(&entry.moves),
    ));
    for possible in &entry.moves {
        page.push_str(&format!(
            "<button name=\"move\" value=\"{}\">{}</button>",
            possible.key(),
            escape_html(possible.action())
        ));
    }
    page.push_str("</p></form>");
}

fn push_feedback(page: &mut String, message: &StoredFeedback) {
    page.push_str(&format!(
        "<article class=\"card\"><h3>{}</h3><p class=\"meta\">{}, {}</p><p class=\"text\">{}</p></article>",
        escape_html(&message.title),
        escape_html(&message.name),
        VietnamTime::at(message.at).text(),
        escape_html(&message.content)
    ));
}

/// The text that states the due date of a dossier. The page shows it after the status. Empty if the dossier has no due
/// date.
fn due_text(entry: &DeskEntry) -> String {
    let due_on = entry.dossier.due_on.as_ref().and_then(vietnamese);
    due_on.map_or_else(String::new, |day| format!(" · hẹn trả kết quả ngày {day}"))
}

/// The text that the page adds to the label of the text field for the officer's message. It lists the decisions that
/// require such a message. Empty if no decision requires one.
fn reason_hint(moves: &[OfficerMove]) -> String {
    let names: Vec<String> = moves
        .iter()
        .filter(|possible| possible.transition.reason_required)
        .map(|possible| format!("«{}»", escape_html(possible.action())))
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!(" (bắt buộc với {})", names.join(", "))
    }
}
