//! Content that is hidden until the citizen opens it, as a `details` element. Don't use it for content that every
//! citizen must read.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// A line of text that shows or hides the content below it.
#[component]
pub fn Disclosure(
    /// The text of the line that opens the content.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether the content is shown at first.
    #[prop(optional)]
    open: bool,
    /// Whether the content is shown, kept by a page that renders the disclosure again.
    #[prop(optional_no_strip)]
    opened: Option<RwSignal<bool>>,
    /// The content that the line shows or hides.
    children: Children,
) -> impl IntoView {
    let open = opened.map_or(open, |opened| opened.get_untracked());
    let toggled = move |event: Event| {
        let details = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let (Some(opened), Some(details)) = (opened, details) {
            opened.try_set(details.has_attribute("open"));
        }
    };
    view! {
        <details class="disclosure" open=open on:toggle=toggled>
            <summary class="disclosure__summary">{summary}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
