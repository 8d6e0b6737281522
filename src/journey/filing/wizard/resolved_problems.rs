//! Hides an error summary once all problems that it lists are resolved.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::pointer_release;
use crate::ui::FieldError;

/// Clears `listed` if none of its problems is in `remaining` any more. If the citizen is pressing an element, waits
/// until the pointer is released. Otherwise the content of the page would move when the summary disappears, and the
/// press could miss the element.
///
/// As long as one of the listed problems remains, the whole list stays, because every change of the list moves the
/// focus to the summary.
pub fn clear_when_resolved(
    listed: RwSignal<Vec<FieldError>>,
    remaining: impl Fn() -> Vec<FieldError> + 'static,
) {
    spawn_local(async move {
        pointer_release::wait_for_release().await;
        if listed.is_disposed() {
            return;
        }
        let remaining = remaining();
        let is_resolved =
            |problem: &FieldError| remaining.iter().all(|other| other.field != problem.field);
        if listed.with_untracked(|all| !all.is_empty() && all.iter().all(is_resolved)) {
            listed.set(Vec::new());
        }
    });
}
