//! Questions and their answers, to look over: the review before sending, a procedure's record, a
//! receipt.

use leptos::prelude::*;

use super::mixed_text::MixedText;

/// A link at the end of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryAction {
    /// Where it leads.
    pub href: String,
    /// "Sửa".
    pub label: String,
    /// What it changes, for a screen reader: "họ và tên".
    pub context: MixedText,
}

/// One question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The question.
    pub key: MixedText,
    /// The answer; a line break in it is kept.
    pub value: MixedText,
    /// What can be done about it.
    pub action: Option<SummaryAction>,
}

/// The rows, in order.
#[component]
pub fn SummaryList(
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<SummaryRow>>,
) -> impl IntoView {
    let row = |row: SummaryRow| {
        let action = row.action.map(|action| {
            view! {
                <dd class="summary__action">
                    <a href=action.href>
                        {action.label} <span class="visually-hidden">" " {action.context.draw()}</span>
                    </a>
                </dd>
            }
        });
        view! {
            <div class="summary__row">
                <dt class="summary__key">{row.key.draw()}</dt>
                <dd class="summary__value">{row.value.draw()}</dd>
                {action}
            </div>
        }
    };
    view! {
        <dl class="summary">{move || rows.get().into_iter().map(row).collect_view()}</dl>
    }
}
