//! The code of a text message, as the browser itself reads it out of the message and hands it over when the citizen
//! agrees (WebOTP). Few browsers do; where one doesn't, or the citizen says no, nothing happens.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

/// Waits for a message until dropped.
pub struct Awaiting(AbortController);

impl Awaiting {
    /// Tells the code of the next message that is meant for this page; `None` where the browser can't.
    pub fn begin(tell: impl FnOnce(String) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        if !has(&window, "OTPCredential") {
            return None;
        }
        let credentials = get(&window.navigator(), "credentials")?;
        let ask: Function = get(&credentials, "get")?.dyn_into().ok()?;
        let abort = AbortController::new().ok()?;
        let message = Object::new();
        set(&message, "transport", &Array::of1(&"sms".into()))?;
        let options = Object::new();
        set(&options, "otp", &message)?;
        set(&options, "signal", &abort.signal())?;
        let promise: Promise = ask.call1(&credentials, &options).ok()?.dyn_into().ok()?;
        spawn_local(async move {
            // Left, refused, or no message in time: the citizen types it.
            let Ok(answer) = JsFuture::from(promise).await else {
                return;
            };
            if let Some(code) = get(&answer, "code").and_then(|code| code.as_string()) {
                tell(code);
            }
        });
        Some(Self(abort))
    }
}

impl Drop for Awaiting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn has(of: &JsValue, name: &str) -> bool {
    Reflect::has(of, &name.into()) == Ok(true)
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn set(of: &Object, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(of, &name.into(), value).ok().map(drop)
}
