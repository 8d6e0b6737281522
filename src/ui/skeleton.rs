//! Grey placeholder lines while content loads. They appear after half a second, so that fast responses don't flicker,
//! and take about as much space as the content.

use leptos::prelude::*;

/// Placeholder lines with a status for screen readers.
#[component]
pub fn Skeleton(
    /// The number of lines.
    lines: usize,
    /// The status for screen readers: "Đang tải".
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
