//! Exports from a page to the device: prints the page, copies a text to the clipboard, downloads a file. Browsers inside
//! other apps often can't do this, and don't say so. So each function tells whether the browser has begun; only copying
//! can be confirmed.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Document, HtmlAnchorElement, HtmlTextAreaElement, Url, Window,
};

use super::clock;

/// How long the object URL of a downloaded file stays valid, in milliseconds. The browser must start to read the file
/// within this time. If the URL were revoked at once, the downloaded file would be empty.
const START_MS: i32 = 10_000;

/// How long the browser may take to begin printing, in milliseconds.
const PRINT_MS: i32 = 2_000;

/// Opens the browser's print dialog. Returns `false` if the browser doesn't begin to print.
pub async fn print() -> bool {
    match web_sys::window() {
        Some(window) => print_window(&window).await.is_some(),
        None => false,
    }
}

async fn print_window(window: &Window) -> Option<()> {
    let print = function(window, "print")?;
    // The browser fires this event before it shows the dialog. The timer resolves the promise with `undefined`.
    let mut listener = None;
    let began = Promise::new(&mut |resolve, _| {
        drop(window.add_event_listener_with_callback("beforeprint", &resolve));
        drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PRINT_MS));
        listener = Some(resolve);
    });
    let called = print.call0(window);
    let event = match called {
        Ok(_) => JsFuture::from(began).await,
        Err(error) => Err(error),
    };
    if let Some(listener) = listener {
        drop(window.remove_event_listener_with_callback("beforeprint", &listener));
    }
    event.is_ok_and(|event| !event.is_undefined()).then_some(())
}

/// Copies a text to the clipboard. Returns `false` if the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    if !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    // Over plain http, and in many browsers inside other apps, only the older way works.
    let copied = window
        .document()
        .and_then(|document| copy_selected(&document, text));
    copied == Some(true)
}

/// Copies a text by selecting it in a field of the page.
fn copy_selected(document: &Document, text: &str) -> Option<bool> {
    let copy = function(document, "execCommand")?;
    let field = document.create_element("textarea").ok()?;
    let field: HtmlTextAreaElement = field.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    let focused = document.active_element();
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copied = copy.call1(document, &"copy".into());
    field.remove();
    if let Some(focused) =
        focused.and_then(|focused| focused.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(focused.focus());
    }
    copied.ok()?.as_bool()
}

/// A function of a browser object. `None` if this browser doesn't have it.
fn function(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

/// Begins to download a file under this name. Returns `false` if the browser refuses. `true` doesn't mean that the file
/// was saved: browsers inside other apps often ignore the download.
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

/// Opens a file in place of the app. Returns `false` if the browser refuses.
pub fn open(file: &Blob) -> bool {
    let url = Url::create_object_url_with_blob(file);
    let window = web_sys::window();
    // The URL stays valid: the citizen may reload the file.
    match (url, window) {
        (Ok(url), Some(window)) => window.location().set_href(&url).is_ok(),
        _ => false,
    }
}

/// Begins to download a text as a file under this name. The result is that of [`save`].
pub fn save_text(text: &str, name: &str) -> bool {
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence(&parts).is_ok_and(|file| save(&file, name))
}

/// Like [`save_text`], with the media type of the file: a phone opens the app for it.
pub fn save_typed(text: &str, media_type: &str, name: &str) -> bool {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&parts, &options).is_ok_and(|file| save(&file, name))
}

fn click_link(url: &str, name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    // Without this property, the browser would open the file in place of the app.
    if Reflect::has(&link, &"download".into()) != Ok(true) {
        return None;
    }
    link.set_href(url);
    link.set_download(name);
    // Some browsers follow a link only if the link element is part of the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
