//! Reports whether the device has a network connection, and when the page is hidden or left.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether the browser reports a network connection. `true` doesn't mean that the server can be reached.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `action` each time the device is online again, until the page is closed.
pub fn each_time_online(action: impl FnMut() + 'static) {
    listen_on_window("online", action);
}

/// Calls `action` each time the page is hidden or left, until the page is closed. It is the last chance to save unsaved
/// changes: when the citizen switches to another app, a phone hides the page and may never show it again.
pub fn each_time_hidden(action: impl Fn() + Clone + 'static) {
    let leave = action.clone();
    listen_on_window("pagehide", leave);
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let page = document.clone();
    listen(&document, "visibilitychange", move || {
        if page.hidden() {
            action();
        }
    });
}

fn listen_on_window(event: &str, action: impl FnMut() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, event, action);
    }
}

fn listen(target: &web_sys::EventTarget, event: &str, action: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(action);
    if target
        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}
