//! Waits until the citizen lifts their finger or releases the mouse button. While they press, the page must not move,
//! for example to show an error. Otherwise the button moves away from the finger, and the press has no effect.

use super::clock;
use super::event_wait::{WaitHandle, until_event};

/// The time within which nearly every press ends, in milliseconds.
const PRESS_MS: i32 = 200;
/// The events that end a press: of a finger or a mouse, of a key (`click`), and of a list that the browser has opened
/// (`change`, `focusin`).
const RELEASE_EVENTS: [&str; 5] = ["pointerup", "pointercancel", "click", "change", "focusin"];
/// The maximum time to wait for the end of a press, in milliseconds.
const LIMIT_MS: i32 = 2_000;

/// A field loses the focus when the citizen presses elsewhere, for example on a button. Waits until that press has
/// ended and its click was handled.
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
