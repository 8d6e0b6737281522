//! Paper and clipboard: what a page can hand to the device.

use wasm_bindgen_futures::JsFuture;

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // An in-app browser without printing does nothing, and the page stays readable.
        drop(window.print());
    }
}

/// Puts text on the clipboard; `false` when the browser refuses.
pub async fn copy(text: &str) -> bool {
    match web_sys::window() {
        Some(window) => {
            let clipboard = window.navigator().clipboard();
            if clipboard.is_undefined() {
                return false;
            }
            JsFuture::from(clipboard.write_text(text)).await.is_ok()
        }
        None => false,
    }
}
