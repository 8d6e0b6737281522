//! A form as data: JSON Schema 2020-12 and a JSON Forms UI schema, both as they stand.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::draft::ForWhom;
use crate::time::Timestamp;

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

/// A condition on answers, in the shape of a JSON Forms rule's condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The answer it looks at: `#/properties/x`, or `#` for all of them.
    pub scope: String,
    /// What that must be: a JSON Schema of the documented subset.
    pub schema: Value,
    /// Whether it fails while there is no answer.
    #[serde(
        default,
        rename = "failWhenUndefined",
        skip_serializing_if = "core::ops::Not::not"
    )]
    pub fail_when_undefined: bool,
}

/// What the citizen declared on a form in an earlier dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct EarlierAnswers {
    /// Code of that dossier.
    pub code: String,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Whom it was for.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// What was declared.
    pub answers: Answers,
}
