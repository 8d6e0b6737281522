//! A form as data: JSON Schema 2020-12 and a JSON Forms UI schema, both as they stand.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Answers by field id. A date is `dd/mm/yyyy`, a citizen id or phone digits alone, a place an object.
pub type Answers = Map<String, Value>;

/// A form's definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Form {
    /// Stable key: `birth-registration`.
    pub key: String,
    /// Grows with every change of the definition.
    pub version: u32,
    /// Title: «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// JSON Schema 2020-12 (documented subset) of [`Answers`].
    pub schema: Value,
    /// JSON Forms UI schema.
    pub ui_schema: Value,
}
