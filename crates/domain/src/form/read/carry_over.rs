//! Reads the option `carry_over` of the UI schema.

use serde_json::Value;

use crate::form::json_schema::{LoadError, LoadErrorReason};
use crate::form::model::CarryOver;

/// Reads the value of the option `carry_over` at `pointer`.
pub(super) fn read_carry_over(value: &Value, pointer: &str) -> Result<CarryOver, LoadError> {
    match value.as_str() {
        Some("never") => Ok(CarryOver::Never),
        Some("oneself") => Ok(CarryOver::Oneself),
        Some("always") => Ok(CarryOver::Always),
        _ => {
            let reason = LoadErrorReason::UnknownOption;
            Err(LoadError::new(reason, "carry_over", pointer))
        }
    }
}
