//! Reads JSON values of an expected shape, and compares JSON values.
//!
//! Each `expect_` function returns the value in its Rust type, or a [`LoadError`] that says what was expected at
//! `pointer`.

use serde_json::{Map, Value};

use super::load_error::LoadError;

/// A string.
pub(crate) fn expect_text<'a>(value: &'a Value, pointer: &str) -> Result<&'a str, LoadError> {
    value
        .as_str()
        .ok_or_else(|| LoadError::bad_shape("text", pointer))
}

/// An array.
pub(crate) fn expect_array<'a>(
    value: &'a Value,
    pointer: &str,
) -> Result<&'a Vec<Value>, LoadError> {
    value
        .as_array()
        .ok_or_else(|| LoadError::bad_shape("an array", pointer))
}

/// An object.
pub(crate) fn expect_object<'a>(
    value: &'a Value,
    pointer: &str,
) -> Result<&'a Map<String, Value>, LoadError> {
    value
        .as_object()
        .ok_or_else(|| LoadError::bad_shape("an object", pointer))
}

/// A number.
pub(super) fn expect_number(value: &Value, pointer: &str) -> Result<f64, LoadError> {
    value
        .as_f64()
        .ok_or_else(|| LoadError::bad_shape("a number", pointer))
}

/// A length or count. JSON Schema allows it to be written as `3.0`.
pub(super) fn expect_length(value: &Value, pointer: &str) -> Result<u64, LoadError> {
    let whole = value
        .as_f64()
        .filter(|number| *number >= 0.0 && number.fract() == 0.0);
    // The cast saturates at `u64::MAX`, which no text or array reaches.
    whole
        .map(|number| number as u64)
        .ok_or_else(|| LoadError::bad_shape("a length", pointer))
}

/// `true` or `false`.
pub(super) fn expect_bool(value: &Value, pointer: &str) -> Result<bool, LoadError> {
    value
        .as_bool()
        .ok_or_else(|| LoadError::bad_shape("true or false", pointer))
}

/// Equality as JSON Schema defines it: 1 and 1.0 are the same number.
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
