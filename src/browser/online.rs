//! Reports whether the device has a network connection, and when the page is hidden or left.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

thread_local! {
    /// Whether the page was left and not shown again.
    static IS_LEFT: Cell<bool> = const { Cell::new(false) };
}

/// Whether the browser reports a network connection. `true` doesn't mean that the server can be reached.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `action` each time the device is online again, until the page is closed.
pub fn each_time_online(action: impl FnMut() + 'static) {
    listen_on_window("online", action);
}

/// Calls `action` each time the page is left for another page, reloaded or closed. The browser may end the page's
/// requests right afterwards, except those that are sent with `keepalive`.
pub fn each_time_left(mut action: impl FnMut() + 'static) {
    listen_on_window("pagehide", move || {
        IS_LEFT.set(true);
        action();
    });
    // The browser may show the same page again when the citizen comes back.
    listen_on_window("pageshow", || IS_LEFT.set(false));
}

/// Whether the page is hidden or being left, so that the browser may end it at any time.
pub fn is_page_left() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    IS_LEFT.get() || document.is_some_and(|document| document.hidden())
}

/// Calls `action` each time the page is hidden, until the page is closed. It is the last chance to save unsaved changes:
/// when the citizen switches to another app, a phone hides the page and may never show it again.
pub fn each_time_hidden(mut action: impl FnMut() + 'static) {
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
