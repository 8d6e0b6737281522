//! Moves the focus to an element that the page is about to render. Use it when a press of the citizen removes the element
//! that has the focus: otherwise, the focus falls back to the beginning of the document.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// The selector of the heading of a page.
pub const PAGE_HEADING: &str = "h1.page-heading";

/// Moves the focus to the first element that matches a CSS selector, once the page is rendered with what has just changed.
/// A heading needs `tabindex="-1"` for it.
pub fn focus_after_render(selector: &'static str) {
    request_animation_frame(move || {
        let found = document().query_selector(selector).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Ignore a failure: the citizen sees the change even if it doesn't get the focus.
            drop(element.focus());
        }
    });
}
