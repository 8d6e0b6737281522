//! Listeners on the window that end when dropped, for one page or one task.

use std::cell::Cell;

use super::clock;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, VisibilityState};

/// A citizen who comes back to the page causes two events within this time, in milliseconds.
const ONE_RETURN_MS: f64 = 1_000.0;
/// The browser follows a link within this time, in milliseconds.
const LEAVING_MS: f64 = 5_000.0;

thread_local! {
    /// Until this time the browser doesn't ask before the page is left, in milliseconds since 1970.
    static RETURN_EXPECTED_UNTIL: Cell<f64> = const { Cell::new(0.0) };
}

/// Announces that the citizen now follows a link that leads back to this page in this tab. Everything typed is kept, so the
/// browser doesn't ask before leaving.
pub fn expect_return() {
    RETURN_EXPECTED_UNTIL.set(clock::now_ms() + LEAVING_MS);
}

/// Listens until it is dropped.
pub struct WindowListener {
    events: Vec<(EventTarget, &'static str)>,
    callback: Closure<dyn FnMut(Event)>,
}

impl WindowListener {
    /// Calls `action` each time the citizen comes back to this page from another tab, app or window.
    pub fn on_return(mut action: impl FnMut() + 'static) -> WindowListener {
        let window = web_sys::window();
        let document = window.as_ref().and_then(web_sys::Window::document);
        let seen = document.clone();
        let last = Cell::new(0.0);
        let callback = move |_: Event| {
            let visible = seen
                .as_ref()
                .is_none_or(|document| document.visibility_state() == VisibilityState::Visible);
            let now = clock::now_ms();
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

    /// Makes the browser ask before the page is closed or reloaded.
    pub fn before_unload() -> WindowListener {
        let window = web_sys::window().map(|window| (EventTarget::from(window), "beforeunload"));
        Self::begin(window.into_iter().collect(), |event: Event| {
            if clock::now_ms() < RETURN_EXPECTED_UNTIL.get() {
                return;
            }
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only when the event has a text; none shows the text.
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
            // Fails only while the page is being unloaded.
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
