//! The error summary: the list of all errors at the top of a page, each with a link to its field. Whenever the page
//! sets a list with at least one error, the summary takes the focus. Therefore the page must set the list only after
//! the citizen has pressed a button, never while they type.

use js_sys::{Function, Reflect};
use leptos::{html, prelude::*};

use super::mixed_text::MixedText;
use crate::reactive::{dynamic, effect};

/// An error in the error summary, with the field that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field's control, or of the fieldset that contains the controls. If the text begins with `/`, it is
    /// instead the URL of the page on which the field is.
    pub field: String,
    /// The error message. The field shows the same message.
    pub message: MixedText,
}

/// Element id of the title. A page has at most one error summary.
const TITLE_ID: &str = "error-summary-title";

/// The error summary. It is hidden while there are no errors. A screen reader reads it once, when it takes the focus.
#[component]
pub fn ErrorSummary(
    /// The heading of the error summary: "Có 3 chỗ cần sửa".
    #[prop(into)]
    title: Signal<String>,
    /// The errors, in the order of the fields on the page.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    effect(move || {
        let has_errors = errors.with(|list| !list.is_empty());
        if let (true, Some(summary)) = (has_errors, node.get()) {
            // Ignore a failure: the citizen sees the error summary even if it doesn't get the focus.
            let _ = summary.focus();
        }
    });
    let line = |error: FieldError| {
        let is_other_page = error.field.starts_with('/');
        let href = match is_other_page {
            true => error.field,
            false => ["#", &error.field].concat(),
        };
        view! {
            <li>
                <a href=href>{error.message.render()}</a>
            </li>
        }
    };
    view! {
        <div
            node_ref=node
            class="error-summary"
            role="group"
            aria-labelledby=TITLE_ID
            tabindex="-1"
            hidden=move || errors.with(Vec::is_empty)
        >
            <h2 id=TITLE_ID class="error-summary__title">{title}</h2>
            <ul class="error-summary__list">
                {dynamic(move || errors.get().into_iter().map(line).collect_view())}
            </ul>
        </div>
    }
}

/// Scrolls to the label of a field, then moves the focus to the field. If the field is a fieldset, moves the focus to
/// its first control. `field` is the id of the element. `public/boot.js` does this, because it also follows the links to
/// places on the page.
pub fn focus_field(field: &str) {
    let window = window();
    let go_to_place = Reflect::get(&window, &"goToPlace".into()).map(Function::from);
    // Ignore a failure: the citizen finds the field by its error message.
    drop(go_to_place.and_then(|go_to_place| go_to_place.call1(&window, &field.into())));
}
