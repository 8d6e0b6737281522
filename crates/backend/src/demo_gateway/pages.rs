//! The pages of the demo gateway as plain HTML, without scripts.

use domain::format::display_money;

use super::orders::StoredOrder;
use crate::payments::gateway::OrderState;

/// What a visitor can choose on the page of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PayerChoice {
    /// Pay, and tell the backend.
    Pay,
    /// Pay, and tell the backend nothing.
    PaySilently,
    /// The bank needs time.
    Process,
    /// Pay a part of the amount only.
    PayOtherAmount,
    /// The bank refuses.
    Fail,
    /// Leave without paying.
    Cancel,
}

impl PayerChoice {
    const ALL: [PayerChoice; 6] = [
        PayerChoice::Pay,
        PayerChoice::Cancel,
        PayerChoice::Fail,
        PayerChoice::Process,
        PayerChoice::PaySilently,
        PayerChoice::PayOtherAmount,
    ];

    const fn key(self) -> &'static str {
        match self {
            PayerChoice::Pay => "pay",
            PayerChoice::PaySilently => "pay-silently",
            PayerChoice::Process => "process",
            PayerChoice::PayOtherAmount => "pay-other",
            PayerChoice::Fail => "fail",
            PayerChoice::Cancel => "cancel",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            PayerChoice::Pay => "Thanh toán",
            PayerChoice::PaySilently => "Thanh toán nhưng không báo cho cổng dịch vụ công",
            PayerChoice::Process => "Ngân hàng đang xử lý",
            PayerChoice::PayOtherAmount => "Thanh toán một số tiền khác",
            PayerChoice::Fail => "Ngân hàng từ chối",
            PayerChoice::Cancel => "Hủy, quay lại",
        }
    }

    /// The choice with this key.
    pub(super) fn from_key(key: &str) -> Option<PayerChoice> {
        PayerChoice::ALL
            .into_iter()
            .find(|choice| choice.key() == key)
    }

    /// Whether the choice is possible for an order in this state.
    pub(super) fn is_possible(self, state: OrderState) -> bool {
        match state {
            OrderState::Open => true,
            OrderState::Processing => matches!(self, PayerChoice::Pay | PayerChoice::Fail),
            _ => false,
        }
    }
}

/// The page of an order at the time `now`.
pub(super) fn order_page(stored: &StoredOrder, now: i64) -> String {
    let order = &stored.order;
    let state = stored.state_at(now);
    let sentence = match state {
        OrderState::Open => "Đây là trang thử nghiệm: không có tiền thật.",
        OrderState::Processing => "Ngân hàng đang xử lý giao dịch này.",
        OrderState::Paid => "Giao dịch này đã được thanh toán. Bạn không phải thanh toán lại.",
        OrderState::Cancelled => "Giao dịch này đã bị hủy.",
        OrderState::Failed => "Ngân hàng đã từ chối giao dịch này.",
        OrderState::Expired | OrderState::Unknown => "Giao dịch này đã hết hạn.",
    };
    let mut body = format!(
        "<h1>Cổng thanh toán thử nghiệm</h1><p>{}</p><p class=\"amount\">{}</p><p>{sentence}</p>",
        escape(&order.description),
        display_money(order.amount)
    );
    let possible: Vec<PayerChoice> = PayerChoice::ALL
        .into_iter()
        .filter(|choice| choice.is_possible(state))
        .collect();
    if !possible.is_empty() {
        body.push_str("<form method=\"post\">");
        for choice in possible {
            body.push_str(&format!(
                "<button name=\"choice\" value=\"{}\">{}</button>",
                choice.key(),
                choice.label()
            ));
        }
        body.push_str("</form>");
    }
    if state != OrderState::Open {
        body.push_str(&format!(
            "<p><a href=\"{}\">Quay lại cổng dịch vụ công</a></p>",
            escape(&order.return_url)
        ));
    }
    page(&body)
}

/// The page for an order that doesn't exist.
pub(super) fn unknown_order() -> String {
    page("<h1>Không có giao dịch này</h1>")
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Cổng thanh toán thử nghiệm</title><link rel=\"icon\" href=\"data:,\"><style>\
         body{{font:1.0625rem/1.5 system-ui,sans-serif;margin:0 auto;padding:1rem;max-width:32rem;background:#fff;color:#1b2a3a}}\
         h1{{font-size:1.375rem}}.amount{{font-size:2rem;font-weight:700;margin:.5rem 0}}\
         button{{display:block;width:100%;min-height:2.75rem;margin:0 0 .75rem;padding:.5rem 1rem;font:inherit;font-weight:600;\
         border:1px solid #4a2f8f;border-radius:.5rem;background:#fff;color:#4a2f8f}}\
         button:first-child{{background:#4a2f8f;color:#fff}}</style></head><body><main>{body}</main></body></html>"
    )
}

/// Replaces the special characters of HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
