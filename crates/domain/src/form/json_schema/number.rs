//! The keywords for numbers: `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`.

use serde_json::{Number, Value};

use super::cursor::Cursor;
use super::decimal::Decimal;
use super::json::expect_number;
use super::load_error::LoadError;
use super::violations::ViolationCollector;

/// The keywords for numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct NumberKeywords {
    pub(crate) minimum: Option<f64>,
    pub(crate) maximum: Option<f64>,
    exclusive_minimum: Option<f64>,
    exclusive_maximum: Option<f64>,
    multiple_of: Option<Decimal>,
}

impl NumberKeywords {
    /// Reads a keyword. Returns `false` if the keyword is not for numbers.
    pub(super) fn read(
        &mut self,
        keyword: &str,
        value: &Value,
        cursor: &Cursor,
    ) -> Result<bool, LoadError> {
        let limit = || expect_number(value, &cursor.pointer).map(Some);
        match keyword {
            "minimum" => self.minimum = limit()?,
            "maximum" => self.maximum = limit()?,
            "exclusiveMinimum" => self.exclusive_minimum = limit()?,
            "exclusiveMaximum" => self.exclusive_maximum = limit()?,
            "multipleOf" => {
                let unit = value.as_number().and_then(Decimal::from_number);
                let unit = unit.filter(|unit| !unit.is_zero());
                let bad_shape = || LoadError::bad_shape("a number above 0", &cursor.pointer);
                self.multiple_of = Some(unit.ok_or_else(bad_shape)?);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn check(&self, number: &Number, violations: &mut ViolationCollector<'_>) {
        if let Some(value) = number.as_f64() {
            if self.minimum.is_some_and(|limit| value < limit) {
                violations.push_rule("minimum");
            }
            if self.maximum.is_some_and(|limit| value > limit) {
                violations.push_rule("maximum");
            }
            if self.exclusive_minimum.is_some_and(|limit| value <= limit) {
                violations.push_rule("exclusiveMinimum");
            }
            if self.exclusive_maximum.is_some_and(|limit| value >= limit) {
                violations.push_rule("exclusiveMaximum");
            }
        }
        if let Some(unit) = &self.multiple_of
            && !Decimal::from_number(number).is_some_and(|value| value.is_multiple_of(unit))
        {
            violations.push_rule("multipleOf");
        }
    }
}
