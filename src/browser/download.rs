//! A file made on this device, handed to the browser's downloads.

use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::clock;

/// How long the browser may take to begin, in milliseconds: an address taken back at once gives an empty file.
const BEGUN_MS: i32 = 10_000;

/// Saves a file under a name; `false` when the browser refuses.
pub fn save(file: &Blob, name: &str) -> bool {
    let Ok(address) = Url::create_object_url_with_blob(file) else {
        return false;
    };
    let pressed = press(&address, name).is_some();
    wasm_bindgen_futures::spawn_local(async move {
        clock::wait_ms(BEGUN_MS).await;
        // An address that is gone already needs no taking back.
        drop(Url::revoke_object_url(&address));
    });
    pressed
}

/// Saves a text as a file under a name; `false` when the browser refuses.
pub fn save_text(text: &str, name: &str) -> bool {
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence(&parts).is_ok_and(|file| save(&file, name))
}

fn press(address: &str, name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    // Some browsers follow only a link that stands on the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
