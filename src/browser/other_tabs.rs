//! Messages to the other tabs of this app in the same browser. A message must not contain personal data, because any
//! page of this origin can read it. In a browser without `BroadcastChannel`, the message is written to `localStorage`
//! and removed at once: the other tabs receive an event for the change.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, EventTarget, MessageEvent, Storage, StorageEvent};

use super::random_id;

/// A channel for messages to the other tabs of this app.
pub struct OtherTabs {
    name: String,
    channel: Option<BroadcastChannel>,
}

impl OtherTabs {
    /// Opens the channel with this name. All tabs that use the name share the channel.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            channel: BroadcastChannel::new(name).ok(),
        }
    }

    /// Sends a message to the other tabs. The message must contain no spaces. This tab doesn't receive it.
    pub fn send(&self, message: &str) {
        if let Some(channel) = &self.channel {
            // Ignore a failure: it happens only while the citizen leaves the page.
            drop(channel.post_message(&message.into()));
        } else if let Some(storage) = storage() {
            // The browser sends an event to the other tabs only if the stored value has changed. The random id makes
            // the value different each time, even for a repeated message.
            let text = [message, " ", &random_id::generate()].concat();
            drop(storage.set_item(&self.name, &text));
            drop(storage.remove_item(&self.name));
        }
    }

    /// Calls `receive` with each message of another tab, until the page is closed.
    pub fn on_message(&self, mut receive: impl FnMut(&str) + 'static) {
        if let Some(channel) = &self.channel {
            listen(channel, "message", move |event: MessageEvent| {
                if let Some(message) = event.data().as_string() {
                    receive(&message);
                }
            });
        } else if let Some(window) = web_sys::window() {
            let name = self.name.clone();
            listen(&window, "storage", move |event: StorageEvent| {
                let text = event
                    .new_value()
                    .filter(|_| event.key() == Some(name.clone()));
                if let Some(text) = text {
                    receive(text.split(' ').next().unwrap_or_default());
                }
            });
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    target: &EventTarget,
    event: &str,
    callback: impl FnMut(E) + 'static,
) {
    let listener = Closure::<dyn FnMut(E)>::new(callback);
    if target
        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}
