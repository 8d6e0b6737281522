//! What a page can hand over to the device: a print job, a text on the clipboard, a downloaded file.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::clock;

/// The browser has this long to start reading a download, in milliseconds. An address that is revoked at once gives an
/// empty file.
const START_MS: i32 = 10_000;

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // An in-app browser without printing does nothing, and the page stays readable.
        drop(window.print());
    }
}

/// Copies a text to the clipboard; `false` when the browser refuses.
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

/// Downloads a file under this name; `false` when the browser refuses.
pub fn save(file: &Blob, name: &str) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(file) else {
        return false;
    };
    let clicked = click_link(&address, name).is_some();
    spawn_local(async move {
        clock::wait_ms(START_MS).await;
        // Fails only for an address that is revoked already.
        drop(Url::revoke_object_url(&address));
    });
    clicked
}

/// Downloads a text file under this name; `false` when the browser refuses.
pub fn save_text(text: &str, name: &str) -> bool {
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence(&parts).is_ok_and(|file| save(&file, name))
}

fn click_link(address: &str, name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    // Some browsers follow only a link that is part of the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
