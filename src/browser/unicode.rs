//! Unicode normalisation by the browser, which has the tables already.

use js_sys::JsString;

/// Normalises a text to NFC. Some phones and file systems send decomposed letters.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize("NFC"))
}
