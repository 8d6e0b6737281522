//! The list of all errors at the top of a page, each with a link to its field. The list takes the focus whenever the
//! page sets a new list with errors. Therefore a page must set it after the citizen has pressed a button, never while
//! they type.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{ev::MouseEvent, html, prelude::*, tachys::dom::document};

use super::mixed_text::MixedText;

/// An error of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the control or of the fieldset with the controls. A value that begins with `/` is the address of
    /// another page instead.
    pub field: String,
    /// The error message, the same as at the field.
    pub message: MixedText,
}

/// Selects the controls of a fieldset that take an answer: not hidden ones, and not the search field of a long list.
const CONTROL: &str =
    ":is(input, select, textarea, button):not([hidden] *, .finder *, [tabindex='-1'])";

/// A list of errors with links to the fields. Hidden while the list is empty.
#[component]
pub fn ErrorSummary(
    /// The heading: "Có 3 chỗ cần sửa".
    #[prop(into)]
    title: Signal<String>,
    /// The errors, in the order of the fields.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let has_errors = errors.with(|list| !list.is_empty());
        if let (true, Some(summary)) = (has_errors, node.get()) {
            // Ignore a failure: the citizen sees the summary even without the focus.
            let _ = summary.focus();
        }
    });
    let line = |error: FieldError| {
        let field = error.field.clone();
        let is_other_page = field.starts_with('/');
        let href = match is_other_page {
            true => field.clone(),
            false => ["#", &field].concat(),
        };
        let go = move |event: MouseEvent| {
            if !is_other_page {
                event.prevent_default();
                focus_field(&field);
            }
        };
        view! {
            <li>
                <a href=href on:click=go>
                    {error.message.render()}
                </a>
            </li>
        }
    };
    view! {
        <div
            node_ref=node
            class="error-summary"
            role="alert"
            tabindex="-1"
            hidden=move || errors.with(Vec::is_empty)
        >
            <p class="error-summary__title">{title}</p>
            <ul class="error-summary__list">
                {move || errors.get().into_iter().map(line).collect_view()}
            </ul>
        </div>
    }
}

/// Scrolls to a field's label, then moves the focus to the field or, in a fieldset, to its first control. `field` is an
/// element id.
pub fn focus_field(field: &str) {
    let Some(element) = document().get_element_by_id(field) else {
        return;
    };
    let control = if element.matches("fieldset, div, section").unwrap_or(false) {
        element.query_selector(CONTROL).ok().flatten()
    } else {
        None
    };
    let with_label = element
        .closest(".field")
        .ok()
        .flatten()
        .unwrap_or_else(|| element.clone());
    with_label.scroll_into_view();
    if let Some(target) = control.unwrap_or(element).dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
}
