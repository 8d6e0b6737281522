//! Grey lines where words will stand. They appear only after half a second, so that a quick
//! answer shows none, and take about the room the words will take.

use leptos::prelude::*;

/// The lines.
#[component]
pub fn Skeleton(
    /// How many lines.
    lines: usize,
    /// What a screen reader says: "Đang tải".
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
