//! A list of questions and answers, for example on the review page, a procedure's page and the receipt.

use leptos::prelude::*;

use super::mixed_text::MixedText;

/// A link at the end of a row, to change the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryAction {
    /// The link's address.
    pub href: String,
    /// The link text: "Sửa".
    pub label: String,
    /// The name of the question, which only screen readers read after the link text: "họ và tên".
    pub context: MixedText,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The question.
    pub key: MixedText,
    /// The answer. Line breaks are shown.
    pub value: MixedText,
    /// The link to change the answer.
    pub action: Option<SummaryAction>,
}

/// A list of questions and answers.
#[component]
pub fn SummaryList(
    /// The rows, in order.
    #[prop(into)]
    rows: Signal<Vec<SummaryRow>>,
) -> impl IntoView {
    let row = |row: SummaryRow| {
        let action = row.action.map(|action| {
            view! {
                <dd class="summary__action">
                    <a href=action.href>
                        {action.label} <span class="visually-hidden">" " {action.context.render()}</span>
                    </a>
                </dd>
            }
        });
        view! {
            <div class="summary__row">
                <dt class="summary__key">{row.key.render()}</dt>
                <dd class="summary__value">{row.value.render()}</dd>
                {action}
            </div>
        }
    };
    view! {
        <dl class="summary">{move || rows.get().into_iter().map(row).collect_view()}</dl>
    }
}
