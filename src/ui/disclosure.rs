//! Optional content behind a line that opens it, as a `details` element. Don't use it for content that every citizen
//! must read.

use leptos::prelude::*;

/// A line that shows or hides its content.
#[component]
pub fn Disclosure(
    /// The text of the line.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether the content is shown at first.
    #[prop(optional)]
    open: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">{summary}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
