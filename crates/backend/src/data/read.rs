//! Parses a data file, and checks its texts. All strings must be in NFC.

use serde::de::DeserializeOwned;
use serde_json::Value;
use unicode_normalization::is_nfc;

use super::error::{ImportError, ImportErrorReason};
use super::sources::Source;

/// Parses a data file.
pub(super) fn records<T: DeserializeOwned>(source: Source<'_>) -> Result<T, ImportError> {
    serde_json::from_str(source.text).map_err(|error| unreadable(source.file, &error))
}

/// Rejects a file with a string that isn't in NFC. The search would not find such a string, and the reason would be
/// invisible.
pub(super) fn require_nfc(source: Source<'_>) -> Result<(), ImportError> {
    if is_nfc(source.text) {
        return Ok(());
    }
    let value: Value =
        serde_json::from_str(source.text).map_err(|error| unreadable(source.file, &error))?;
    let pointer = decomposed(&value, "").unwrap_or_default();
    Err(ImportErrorReason::NotNfc.at(source.file, pointer))
}

/// Rejects a text that is empty, or that begins or ends with white space. `name` is the name of the text's property. It
/// appears in the error.
pub(super) fn require_text(text: &str, name: &'static str) -> Result<(), ImportErrorReason> {
    if text.is_empty() || text.trim() != text {
        return Err(ImportErrorReason::BadText(name));
    }
    Ok(())
}

/// Whether the text consists of exactly `count` ASCII digits.
pub(super) fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn unreadable(file: &str, error: &serde_json::Error) -> ImportError {
    let place = format!("line {}", error.line());
    ImportErrorReason::Unreadable(error.to_string()).at(file, place)
}

/// The JSON Pointer of the first string or key below `value` that isn't in NFC.
fn decomposed(value: &Value, at: &str) -> Option<String> {
    match value {
        Value::String(text) => (!is_nfc(text)).then(|| at.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| decomposed(item, &format!("{at}/{index}"))),
        Value::Object(members) => members.iter().find_map(|(key, member)| {
            let here = format!("{at}/{key}");
            if is_nfc(key) {
                decomposed(member, &here)
            } else {
                Some(here)
            }
        }),
        _ => None,
    }
}
