//! Listeners on the window that end when dropped: for what only one page, or one piece of work, wants to hear.

use std::cell::Cell;

use super::clock;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, VisibilityState};

/// One return makes two events, a moment apart, in milliseconds.
const ONE_RETURN_MS: f64 = 1_000.0;
/// A press on a link leaves the page within so long, in milliseconds.
const LEAVING_MS: f64 = 5_000.0;

thread_local! {
    /// Until when the browser needn't ask before the page is left, in milliseconds since 1970.
    static COMES_BACK: Cell<f64> = const { Cell::new(0.0) };
}

/// The page is left in a moment by a way that leads back to it in this tab, where everything typed is kept: the browser
/// needn't ask.
pub fn leave_to_come_back() {
    COMES_BACK.set(clock::now_ms() + LEAVING_MS);
}

/// Listens until dropped.
pub struct Listening {
    to: Vec<(EventTarget, &'static str)>,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Runs each time the citizen comes back to this page: from another tab, app or window.
    pub fn for_return(mut action: impl FnMut() + 'static) -> Listening {
        let window = web_sys::window();
        let document = window.as_ref().and_then(web_sys::Window::document);
        let seen = document.clone();
        let last = Cell::new(0.0);
        let heard = move |_: Event| {
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
            heard,
        )
    }

    /// Lets the browser ask before the page is closed or reloaded.
    pub fn against_leaving() -> Listening {
        let window = web_sys::window().map(|window| (EventTarget::from(window), "beforeunload"));
        Self::begin(window.into_iter().collect(), |event: Event| {
            if clock::now_ms() < COMES_BACK.get() {
                return;
            }
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                // Older browsers ask only when the event carries a text; none shows it.
                event.set_return_value("1");
            }
        })
    }

    fn begin(
        to: Vec<(EventTarget, &'static str)>,
        heard: impl FnMut(Event) + 'static,
    ) -> Listening {
        let heard = Closure::<dyn FnMut(Event)>::new(heard);
        for (target, event) in &to {
            // Refused only where the page is being torn down.
            drop(target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref()));
        }
        Listening { to, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        for (target, event) in &self.to {
            drop(target.remove_event_listener_with_callback(event, heard));
        }
    }
}
