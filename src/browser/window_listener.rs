//! Event listeners on the window, for one page or one task. Dropping a listener removes it.

use std::cell::Cell;

use super::steady_clock;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, VisibilityState};

/// When the citizen comes back to the page, the browser fires several events. Events within this time, in milliseconds,
/// count as one return.
const ONE_RETURN_MS: f64 = 1_000.0;
/// The time within which the browser opens a link after the citizen has followed it, in milliseconds.
const LEAVING_MS: f64 = 5_000.0;

thread_local! {
    /// Until this time, in milliseconds of the steady clock, the browser doesn't ask for confirmation when the citizen leaves
    /// the page.
    static RETURN_EXPECTED_UNTIL: Cell<f64> = const { Cell::new(0.0) };
}

/// Call this function when the citizen follows a link that later brings them back to this page in this tab, for example
/// the link from the renewal sheet to the sign-in page. All typed texts are stored, so the browser doesn't ask for
/// confirmation before they leave.
pub fn expect_return() {
    RETURN_EXPECTED_UNTIL.set(steady_clock::now().ms + LEAVING_MS);
}

/// An event listener on the window or the document. Dropping it removes the listener.
pub struct WindowListener {
    events: Vec<(EventTarget, &'static str)>,
    callback: Closure<dyn FnMut(Event)>,
}

impl WindowListener {
    /// Calls `action` each time the citizen comes back to this page from another tab, app or window.
    pub fn on_return(mut action: impl FnMut() + 'static) -> WindowListener {
        let window = web_sys::window();
        let document = window.as_ref().and_then(web_sys::Window::document);
        let page = document.clone();
        let last = Cell::new(0.0);
        let callback = move |_: Event| {
            let visible = page
                .as_ref()
                .is_none_or(|document| document.visibility_state() == VisibilityState::Visible);
            let now = steady_clock::now().ms;
            if visible && now - last.get() > ONE_RETURN_MS {
                last.set(now);
                action();
            }
        };
        let document = document.map(|document| (EventTarget::from(document), "visibilitychange"));
        let events = ["focus", "pageshow"];
        let window =
            window.map(|window| events.map(|event| (EventTarget::from(window.clone()), event)));
        Self::begin(
            window.into_iter().flatten().chain(document).collect(),
            callback,
        )
    }

    /// Calls `action` each time the page is hidden, because the citizen goes to another tab or app.
    pub fn on_hidden(mut action: impl FnMut() + 'static) -> WindowListener {
        let document = web_sys::window().and_then(|window| window.document());
        let page = document.clone();
        let document = document.map(|document| (EventTarget::from(document), "visibilitychange"));
        Self::begin(document.into_iter().collect(), move |_: Event| {
            if page.as_ref().is_some_and(web_sys::Document::hidden) {
                action();
            }
        })
    }

    /// Makes the browser ask for confirmation before the page is closed or reloaded.
    pub fn before_unload() -> WindowListener {
        Self::before_unload_if(|| true)
    }

    /// Makes the browser ask for confirmation before the page is closed or reloaded, if `would_lose` returns `true` at
    /// that moment.
    pub fn before_unload_if(would_lose: impl Fn() -> bool + 'static) -> WindowListener {
        let window = web_sys::window().map(|window| (EventTarget::from(window), "beforeunload"));
        Self::begin(window.into_iter().collect(), move |event: Event| {
            if !would_lose() || steady_clock::now().ms < RETURN_EXPECTED_UNTIL.get() {
                return;
            }
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only if the event has a text. No browser shows the text.
                event.set_return_value("1");
            }
        })
    }

    fn begin(
        events: Vec<(EventTarget, &'static str)>,
        callback: impl FnMut(Event) + 'static,
    ) -> WindowListener {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        for (target, event) in &events {
            // Ignore a failure: it happens only while the page is being unloaded.
            drop(target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()));
        }
        WindowListener { events, callback }
    }
}

impl Drop for WindowListener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        for (target, event) in &self.events {
            drop(target.remove_event_listener_with_callback(event, callback));
        }
    }
}
