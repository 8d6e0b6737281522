//! Waits until a time limit has passed, an event occurs, or another part of the app ends the wait.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Ends a wait from another part of the app. Clones end the same wait.
#[derive(Clone, Default)]
pub struct WaitHandle(Rc<RefCell<Option<Function>>>);

impl WaitHandle {
    /// Ends the current wait. Does nothing if no task is waiting.
    pub fn wake(&self) {
        if let Some(resolve) = self.0.borrow_mut().take() {
            // Ignore the result: the function only resolves a promise, and resolving it a second time has no effect.
            drop(resolve.call0(&JsValue::UNDEFINED));
        }
    }
}

/// Waits until one of the `events` occurs on the window, until another part of the app ends the wait with `handle`, or
/// until `limit_ms` milliseconds have passed.
pub async fn until_event(events: &[&str], limit_ms: i32, handle: &WaitHandle) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let mut end = None;
    let ended = Promise::new(&mut |resolve, _| {
        // If the browser can't set a timer, only an event or `handle` ends the wait.
        drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, limit_ms));
        end = Some(resolve);
    });
    let Some(end) = end else {
        return;
    };
    for event in events {
        drop(window.add_event_listener_with_callback(event, &end));
    }
    *handle.0.borrow_mut() = Some(end.clone());
    drop(JsFuture::from(ended).await);
    handle.0.borrow_mut().take();
    for event in events {
        drop(window.remove_event_listener_with_callback(event, &end));
    }
}
