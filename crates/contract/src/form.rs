//! Forms as data: a JSON Schema 2020-12 and a JSON Forms UI schema.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Answers by field id. A date is a text `dd/mm/yyyy`; a citizen id or phone number is a text of digits; a place is an
/// object.
pub type Answers = Map<String, Value>;

/// The definition of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Form {
    /// Stable key: `birth-registration`.
    pub key: String,
    /// Version of the definition, from 1. Increases with every change.
    pub version: u32,
    /// Title: «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// JSON Schema 2020-12 of the answers, in the subset that the documentation describes. Validates a complete set of
    /// answers.
    pub schema: Value,
    /// JSON Forms UI schema: the order and layout of the questions, and the rules that show or hide them.
    pub ui_schema: Value,
}

/// A condition on answers, in the shape of the condition of a JSON Forms rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// JSON Pointer to the answer that is tested: `#/properties/x`; `#` tests the object of all answers.
    pub scope: String,
    /// JSON Schema that the answer must match, in the same subset as the schema of a form.
    pub schema: Value,
    /// True if the condition is false while there is no answer. Absent means false: no answer then fulfils the
    /// condition.
    #[serde(
        default,
        rename = "failWhenUndefined",
        skip_serializing_if = "core::ops::Not::not"
    )]
    pub fail_when_undefined: bool,
}
