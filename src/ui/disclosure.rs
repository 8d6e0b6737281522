//! Content that is hidden until the citizen opens it, as a `details` element. Don't use it for content that every
//! citizen must read.

use leptos::prelude::*;

/// A line of text that shows or hides the content below it.
#[component]
pub fn Disclosure(
    /// The text of the line that opens the content.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether the content is shown at first.
    #[prop(optional)]
    open: bool,
    /// The content that the line shows or hides.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">{summary}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
