//! Short words to the other tabs of this app in the same browser. Nothing personal may be said: any page of this
//! origin hears it. Where a browser has no channel, the word passes through the storage and is taken back at once.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, EventTarget, MessageEvent, Storage, StorageEvent};

use super::random;

/// The line to the other tabs.
pub struct OtherTabs {
    name: String,
    channel: Option<BroadcastChannel>,
}

impl OtherTabs {
    /// The line of that name; every tab with the same name is on it.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            channel: BroadcastChannel::new(name).ok(),
        }
    }

    /// Says a word, without blanks, to the others; this tab doesn't hear it.
    pub fn tell(&self, word: &str) {
        if let Some(channel) = &self.channel {
            // Refused only while the page is being left.
            drop(channel.post_message(&word.into()));
        } else if let Some(storage) = storage() {
            // A word said twice is a change only with something new behind it.
            let text = [word, " ", &random::id()].concat();
            drop(storage.set_item(&self.name, &text));
            drop(storage.remove_item(&self.name));
        }
    }

    /// Runs with each word of the others, for the life of the page.
    pub fn each_word(&self, mut heard: impl FnMut(&str) + 'static) {
        if let Some(channel) = &self.channel {
            listen(channel, "message", move |event: MessageEvent| {
                if let Some(word) = event.data().as_string() {
                    heard(&word);
                }
            });
        } else if let Some(window) = web_sys::window() {
            let name = self.name.clone();
            listen(&window, "storage", move |event: StorageEvent| {
                let said = event
                    .new_value()
                    .filter(|_| event.key() == Some(name.clone()));
                if let Some(text) = said {
                    heard(text.split(' ').next().unwrap_or_default());
                }
            });
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    to: &EventTarget,
    event: &str,
    heard: impl FnMut(E) + 'static,
) {
    let listener = Closure::<dyn FnMut(E)>::new(heard);
    if to
        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        .is_ok()
    {
        listener.forget();
    }
}
