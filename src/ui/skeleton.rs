//! Grey placeholder lines, shown while content loads. They appear after half a second, so that they don't flicker when
//! the response is fast. They take about as much space as the content that will replace them.

use leptos::prelude::*;

/// Grey placeholder lines, with a status text for screen readers.
#[component]
pub fn Skeleton(
    /// The number of placeholder lines.
    lines: usize,
    /// The status text for screen readers: "Đang tải".
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{label}</span>
            {(0..lines).map(|_| view! { <span class="skeleton__line"></span> }).collect_view()}
        </div>
    }
}
