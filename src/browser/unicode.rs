//! Normalises Unicode texts with the browser's function, because the browser already contains the Unicode tables.

use js_sys::JsString;

/// Normalises a text to NFC. Some phones and file systems send letters in decomposed form, as a base letter and
/// separate diacritics.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize("NFC"))
}
