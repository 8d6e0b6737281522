//! Text as Unicode wants it, by the browser's own tables.

use js_sys::JsString;

/// The text in NFC. Phones and file systems send decomposed letters.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize("NFC"))
}
