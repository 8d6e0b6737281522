//! Waits until the citizen lifts their finger or releases the mouse button. While they press, the page must not move,
//! for example to show an error. Otherwise the button moves away from the finger, and the press has no effect.

use super::clock;
use super::event_wait::{WaitHandle, until_event};

/// The time within which nearly every press ends, in milliseconds.
const PRESS_MS: i32 = 200;
/// The events that end a press. A press with a finger or a mouse ends with `pointerup` or `pointercancel`. A press of a
/// key ends with `click`. A press in a drop-down list that the browser has opened ends with `change` or `focusin`.
const RELEASE_EVENTS: [&str; 5] = ["pointerup", "pointercancel", "click", "change", "focusin"];
/// The maximum time to wait for the end of a press, in milliseconds.
const LIMIT_MS: i32 = 2_000;

/// Waits until the current press has ended and its click was handled. Call this function when a field loses the focus:
/// the citizen has then pressed elsewhere, for example on a button.
pub async fn wait_for_release() {
    clock::wait_ms(PRESS_MS).await;
    if is_pressed() {
        until_event(&RELEASE_EVENTS, LIMIT_MS, &WaitHandle::default()).await;
        // The browser dispatches `click` in a separate task after `pointerup`. Wait for that task too.
        clock::wait_ms(0).await;
    }
}

fn is_pressed() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| matches!(page.query_selector(":active"), Ok(Some(_))))
}
