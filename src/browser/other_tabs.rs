//! Messages to the other tabs of this app in the same browser. A message must not be personal, because any page of this
//! origin can read it. In a browser without `BroadcastChannel` a message is a storage entry that is removed at once.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, EventTarget, MessageEvent, Storage, StorageEvent};

use super::random_id;

/// A channel to the other tabs.
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

    /// Sends a message without spaces to the other tabs. This tab doesn't receive it.
    pub fn send(&self, message: &str) {
        if let Some(channel) = &self.channel {
            // Fails only while the page is being left.
            drop(channel.post_message(&message.into()));
        } else if let Some(storage) = storage() {
            // The random id makes a repeated message a change of the entry.
            let text = [message, " ", &random_id::generate()].concat();
            drop(storage.set_item(&self.name, &text));
            drop(storage.remove_item(&self.name));
        }
    }

    /// Calls `receive` with each message of another tab, for the life of the page.
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
