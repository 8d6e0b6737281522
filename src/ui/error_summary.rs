//! Everything that is wrong on a page, at its top, each line leading to its field. It takes the
//! focus each time the page hands it a new list that is not empty, so set the list when the
//! citizen has pressed the button, never while he types.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{ev::MouseEvent, html, prelude::*, tachys::dom::document};

use super::mixed_text::MixedText;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the control, or of the fieldset around the controls; or the address of another page, from its `/`.
    pub field: String,
    /// What is wrong, in the words shown at the field.
    pub message: MixedText,
}

/// What answers a question: neither hidden nor there to look something up.
const CONTROL: &str =
    ":is(input, select, textarea, button):not([hidden] *, .finder *, [tabindex='-1'])";

/// The summary; nothing at all while the list is empty.
#[component]
pub fn ErrorSummary(
    /// Its heading: "Có 3 chỗ cần sửa".
    #[prop(into)]
    title: Signal<String>,
    /// What is wrong, in the order of the page.
    #[prop(into)]
    problems: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        let wrong = problems.with(|list| !list.is_empty());
        if let (true, Some(summary)) = (wrong, node.get()) {
            // A browser that refuses the focus still shows the summary.
            let _ = summary.focus();
        }
    });
    let line = |problem: FieldError| {
        let field = problem.field.clone();
        let elsewhere = field.starts_with('/');
        let href = match elsewhere {
            true => field.clone(),
            false => ["#", &field].concat(),
        };
        let go = move |event: MouseEvent| {
            if !elsewhere {
                event.prevent_default();
                lead_to(&field);
            }
        };
        view! {
            <li>
                <a href=href on:click=go>
                    {problem.message.draw()}
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
            hidden=move || problems.with(Vec::is_empty)
        >
            <p class="error-summary__title">{title}</p>
            <ul class="error-summary__list">
                {move || problems.get().into_iter().map(line).collect_view()}
            </ul>
        </div>
    }
}

/// Brings a field's label into view, then puts the focus in the field, or in the first control of a group.
pub fn lead_to(field: &str) {
    let Some(place) = document().get_element_by_id(field) else {
        return;
    };
    let control = if place.matches("fieldset, div, section").unwrap_or(false) {
        place.query_selector(CONTROL).ok().flatten()
    } else {
        None
    };
    let around = place
        .closest(".field")
        .ok()
        .flatten()
        .unwrap_or_else(|| place.clone());
    around.scroll_into_view();
    if let Some(target) = control.unwrap_or(place).dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
}
