//! Exports from a page to the device: prints the page, copies a text to the clipboard, downloads a file.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::clock;

/// How long the object URL of a downloaded file stays valid, in milliseconds. The browser must start to read the file
/// within this time. If the URL were revoked at once, the downloaded file would be empty.
const START_MS: i32 = 10_000;

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Browsers inside other apps often can't print. The call then has no effect, and the citizen can still read the
        // page.
        drop(window.print());
    }
}

/// Copies a text to the clipboard. Returns `false` if the browser refuses.
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

/// Downloads a file under this name. Returns `false` if the browser refuses.
pub fn save(file: &Blob, name: &str) -> bool {
    let Ok(url) = Url::create_object_url_with_blob(file) else {
        return false;
    };
    let clicked = click_link(&url, name).is_some();
    spawn_local(async move {
        clock::wait_ms(START_MS).await;
        // Ignore a failure: it happens only if the URL is already revoked.
        drop(Url::revoke_object_url(&url));
    });
    clicked
}

/// Downloads a text as a file under this name. Returns `false` if the browser refuses.
pub fn save_text(text: &str, name: &str) -> bool {
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence(&parts).is_ok_and(|file| save(&file, name))
}

fn click_link(url: &str, name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    // Some browsers follow a link only if the link element is part of the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
