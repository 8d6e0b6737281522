//! A press of a finger or of the mouse that has begun: the page must not move under it before it is over, or it goes wide.

use super::clock;

/// Within so long nearly every press is over, in milliseconds.
const PRESS_MS: i32 = 200;
/// Looks so often whether a longer one is, in milliseconds.
const LOOK_MS: i32 = 50;
/// Who keeps pressing so long isn't waited for any more: looks so often.
const LOOKS: usize = 40;

/// Waits until a press that took the focus from a field has done its work.
pub async fn after_press() {
    clock::wait_ms(PRESS_MS).await;
    for _ in 0..LOOKS {
        if !is_going_on() {
            return;
        }
        clock::wait_ms(LOOK_MS).await;
    }
}

fn is_going_on() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| matches!(page.query_selector(":active"), Ok(Some(_))))
}
