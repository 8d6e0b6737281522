//! The browser's clock and timers. The domain never reads a clock: it is told the time.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Date, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    Date::now()
}

/// Today on this device: year, month (1–12), day.
pub fn today() -> (u32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The moment of an RFC 3339 text, in milliseconds since 1970.
pub fn parse_ms(timestamp: &str) -> Option<f64> {
    let moment = Date::parse(timestamp);
    (!moment.is_nan()).then_some(moment)
}

/// A timer that does nothing any more when dropped.
pub struct Timer {
    stands: Rc<Cell<bool>>,
}

impl Timer {
    /// Runs `action` once, after so many milliseconds.
    pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) -> Self {
        let stands = Rc::new(Cell::new(true));
        let still = stands.clone();
        let run = Closure::once_into_js(move || {
            if still.get() {
                action();
            }
        });
        if let Some(window) = web_sys::window() {
            // A browser that cannot set a timer runs nothing.
            drop(
                window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    run.unchecked_ref(),
                    milliseconds,
                ),
            );
        }
        Self { stands }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stands.set(false);
    }
}

/// Waits.
pub async fn wait_ms(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // A browser that cannot set a timer resolves nothing, and the caller simply stays where it is.
            drop(
                window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds),
            );
        }
    });
    drop(JsFuture::from(promise).await);
}

/// A moment in the device's time zone: year, month, day, hour, minute.
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
