//! A connection on which the server sends events (`EventSource`, HTML Living Standard, section 9.2). The browser connects
//! again by itself after the connection was cut. Dropping the connection closes it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, MessageEvent};

/// What happens on a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServerEvent {
    /// The connection is open, perhaps again after it was cut.
    Opened,
    /// The server has sent an event with this data.
    Data(String),
    /// The browser has given up: the server refuses the connection.
    Closed,
}

/// The value of `readyState` of a connection that the browser has given up.
const CLOSED: f64 = 2.0;
const EVENTS: [&str; 3] = ["open", "message", "error"];

/// An open connection.
pub struct EventSource {
    source: EventTarget,
    callback: Closure<dyn FnMut(Event)>,
}

impl EventSource {
    /// Connects to `url`, and calls `action` whenever something happens. `None` if the browser has no `EventSource`.
    pub fn open(url: &str, mut action: impl FnMut(ServerEvent) + 'static) -> Option<EventSource> {
        let window = web_sys::window()?;
        let constructor = Reflect::get(&window, &JsValue::from_str("EventSource")).ok()?;
        let constructor: Function = constructor.dyn_into().ok()?;
        let arguments = Array::of1(&JsValue::from_str(url));
        let source: EventTarget = Reflect::construct(&constructor, &arguments)
            .ok()?
            .unchecked_into();
        let state = source.clone();
        let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Some(message) = event.dyn_ref::<MessageEvent>() {
                action(ServerEvent::Data(
                    message.data().as_string().unwrap_or_default(),
                ));
            } else if event.type_() == "open" {
                action(ServerEvent::Opened);
            } else if ready_state(&state) == Some(CLOSED) {
                action(ServerEvent::Closed);
            }
        });
        for event in EVENTS {
            // Ignore a failure: it happens only while the page is being unloaded.
            drop(source.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()));
        }
        Some(EventSource { source, callback })
    }
}

fn ready_state(source: &EventTarget) -> Option<f64> {
    Reflect::get(source, &JsValue::from_str("readyState"))
        .ok()?
        .as_f64()
}

impl Drop for EventSource {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        for event in EVENTS {
            drop(
                self.source
                    .remove_event_listener_with_callback(event, callback),
            );
        }
        let close = Reflect::get(&self.source, &JsValue::from_str("close"));
        if let Some(close) = close
            .ok()
            .and_then(|close| close.dyn_into::<Function>().ok())
        {
            // Ignore the result: `close` returns nothing and can't fail.
            drop(close.call0(&self.source));
        }
    }
}
