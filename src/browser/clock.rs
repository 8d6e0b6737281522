//! The browser's clock and timers, and the server's clock. The `domain` crate never reads a clock: its functions get the
//! current time as an argument.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Date, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::steady_clock;

/// The current time by the device's clock, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    Date::now()
}

/// The server's time at one response, and the steady clock then.
#[derive(Clone, Copy)]
struct ServerTime {
    server_ms: f64,
    steady_ms: f64,
}

thread_local! {
    static SERVER_TIME: Cell<Option<ServerTime>> = const { Cell::new(None) };
}

/// Records the time that the server has just sent, in milliseconds since 1970.
pub fn record_server_time(server_ms: f64) {
    SERVER_TIME.set(Some(ServerTime {
        server_ms,
        steady_ms: steady_clock::now().ms,
    }));
}

/// How far the device's clock is ahead of the server's, in milliseconds; negative if it is behind. 0 until the server has
/// sent its time.
pub fn device_error_ms() -> f64 {
    SERVER_TIME.get().map_or(0.0, |sent| {
        now_ms() - (sent.server_ms + steady_clock::now().ms - sent.steady_ms)
    })
}

/// Parses an RFC 3339 time or an HTTP date into milliseconds since 1970.
pub fn parse_ms(timestamp: &str) -> Option<f64> {
    let time = Date::parse(timestamp);
    (!time.is_nan()).then_some(time)
}

/// A timer that runs a function once. Dropping the timer cancels it.
pub struct Timer {
    active: Rc<Cell<bool>>,
}

impl Timer {
    /// Starts a timer that runs `action` after this many milliseconds.
    pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) -> Self {
        let active = Rc::new(Cell::new(true));
        let still_active = active.clone();
        let run = Closure::once_into_js(move || {
            if still_active.get() {
                action();
            }
        });
        if let Some(window) = web_sys::window() {
            // If the browser can't set a timer, `action` never runs.
            drop(
                window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    run.unchecked_ref(),
                    milliseconds,
                ),
            );
        }
        Self { active }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.active.set(false);
    }
}

/// Completes after this many milliseconds.
pub async fn wait_ms(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // If the browser can't set a timer, the future never completes.
            drop(
                window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds),
            );
        }
    });
    drop(JsFuture::from(promise).await);
}
