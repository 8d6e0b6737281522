//! Hides an error summary once everything in it is resolved.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::pointer_release;
use crate::ui::FieldError;

/// Clears the listed problems if none of them is among `remaining` any more. Waits until a press of the pointer has ended,
/// because the page moves when the summary disappears.
///
/// While a listed problem remains, the whole list stays: every change of the list moves the focus to the summary.
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
