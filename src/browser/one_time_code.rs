//! Reads the one-time code from a text message with the browser's help (WebOTP). The browser asks the citizen for
//! permission and then passes the code to the page. Few browsers support WebOTP. In other browsers, or when the citizen
//! declines, the citizen types the code.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

/// Waits for a text message with a one-time code. Dropping the value ends the wait.
pub struct CodeReceiver(AbortController);

impl CodeReceiver {
    /// Waits for the next text message for this page, and calls `receive` with its code. Returns `None` if the browser
    /// doesn't support WebOTP.
    pub fn start(receive: impl FnOnce(String) + 'static) -> Option<Self> {
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
            // The citizen declined, the wait was aborted, or no message arrived in time. The citizen can still type the
            // code.
            let Ok(answer) = JsFuture::from(promise).await else {
                return;
            };
            if let Some(code) = get(&answer, "code").and_then(|code| code.as_string()) {
                receive(code);
            }
        });
        Some(Self(abort))
    }
}

impl Drop for CodeReceiver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::has(object, &name.into()) == Ok(true)
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

fn set(object: &Object, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(object, &name.into(), value).ok().map(drop)
}
