//! A list of questions with their answers, for example on the review page, a procedure's page and the receipt.

use leptos::prelude::*;

use super::mixed_text::MixedText;
use crate::reactive::dynamic;

/// A link beside an answer, with which the citizen can change the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryAction {
    /// The URL to which the link leads.
    pub href: String,
    /// The link text: "Sửa".
    pub label: String,
    /// The name of the question: "họ và tên". It follows the link text, but only screen readers read it.
    pub context: MixedText,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The text of the question.
    pub key: MixedText,
    /// The text of the answer. Line breaks in the text are shown.
    pub value: MixedText,
    /// The link to change the answer; `None` if there is no such link.
    pub action: Option<SummaryAction>,
}

impl SummaryRow {
    /// A row without a link: only a name and what there is under it.
    pub fn fact(key: impl Into<MixedText>, value: impl Into<MixedText>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
            action: None,
        }
    }
}

/// A list of questions with their answers.
#[component]
pub fn SummaryList(
    /// The questions with their answers, in the order in which they are shown.
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
        <dl class="summary">{dynamic(move || rows.get().into_iter().map(row).collect_view())}</dl>
    }
}
