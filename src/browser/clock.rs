//! The browser's clock and timers. The `domain` crate never reads a clock: its functions get the current time as an
//! argument.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Date, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// The current time, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    Date::now()
}

/// Today's date in the device's time zone: year, month (1–12), day.
pub fn local_date() -> (u32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Parses an RFC 3339 time into milliseconds since 1970.
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

/// Converts a time, in milliseconds since 1970, to year, month, day, hour and minute in the device's time zone.
pub fn local_parts(milliseconds: f64) -> [u32; 5] {
    let date = Date::new(&milliseconds.into());
    [
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
    ]
}
