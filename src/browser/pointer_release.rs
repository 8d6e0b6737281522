//! Waits until a finger or a mouse button is lifted. The page must not move under a press that has begun, or the press
//! ends beside its target.

use super::clock;
use super::wait::{Waker, until_event};

/// Nearly every press ends within this time, in milliseconds.
const PRESS_MS: i32 = 200;
/// A press held longer than this isn't waited for, in milliseconds.
const LIMIT_MS: i32 = 2_000;

/// Waits until the press that took the focus from a field has had its effect.
pub async fn wait_for_release() {
    clock::wait_ms(PRESS_MS).await;
    if is_pressed() {
        until_event(&["pointerup", "pointercancel"], LIMIT_MS, &Waker::default()).await;
        // The browser dispatches `click` after `pointerup`, in a task of its own.
        clock::wait_ms(0).await;
    }
}

fn is_pressed() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| matches!(page.query_selector(":active"), Ok(Some(_))))
}
