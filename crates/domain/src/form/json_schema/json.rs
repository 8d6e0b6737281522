//! Reads JSON values of an expected type, and compares JSON values.
//!
//! Each `expect_` function returns the value as its Rust type, or a [`LoadError`] with the type that was expected at
//! `pointer`.

use serde_json::{Map, Value};

use super::load_error::LoadError;

/// Reads a string.
pub(crate) fn expect_text<'a>(value: &'a Value, pointer: &str) -> Result<&'a str, LoadError> {
    value
        .as_str()
        .ok_or_else(|| LoadError::bad_shape("text", pointer))
}

/// Reads an array.
pub(crate) fn expect_array<'a>(
    value: &'a Value,
    pointer: &str,
) -> Result<&'a Vec<Value>, LoadError> {
    value
        .as_array()
        .ok_or_else(|| LoadError::bad_shape("an array", pointer))
}

/// Reads an object.
pub(crate) fn expect_object<'a>(
    value: &'a Value,
    pointer: &str,
) -> Result<&'a Map<String, Value>, LoadError> {
    value
        .as_object()
        .ok_or_else(|| LoadError::bad_shape("an object", pointer))
}

/// Reads a number.
pub(super) fn expect_number(value: &Value, pointer: &str) -> Result<f64, LoadError> {
    value
        .as_f64()
        .ok_or_else(|| LoadError::bad_shape("a number", pointer))
}

/// Reads a length or count. JSON Schema allows an integer to be written as `3.0`.
pub(super) fn expect_length(value: &Value, pointer: &str) -> Result<u64, LoadError> {
    let whole = value
        .as_f64()
        .filter(|number| *number >= 0.0 && number.fract() == 0.0);
    // The cast saturates at `u64::MAX`, which no text or array reaches.
    whole
        .map(|number| number as u64)
        .ok_or_else(|| LoadError::bad_shape("a length", pointer))
}

/// Reads `true` or `false`.
pub(super) fn expect_bool(value: &Value, pointer: &str) -> Result<bool, LoadError> {
    value
        .as_bool()
        .ok_or_else(|| LoadError::bad_shape("true or false", pointer))
}

/// Compares JSON values as JSON Schema does: 1 and 1.0 are the same number.
pub(crate) fn json_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| json_equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(name, a)| b.get(name).is_some_and(|b| json_equal(a, b)))
        }
        _ => left == right,
    }
}
