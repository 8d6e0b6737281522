//! Forms as data: a JSON Schema 2020-12 for the answers and a JSON Forms UI schema for the layout.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Answers by question id. A date is a text `dd/mm/yyyy`, a citizen id or phone number is a text of digits, and a place
/// is an object. The answer of a repeating group is a list of objects; each has the member [`ENTRY_ID`].
pub type Answers = Map<String, Value>;

/// Member of each entry of a repeating group in the answers of a draft: an id that the client makes, 1 to 64 letters and
/// digits, the first of which is a letter. It is unique within the list and never changes, so that two devices can
/// change different entries at the same time. The server gives an id to an entry that has none. The id is no answer:
/// declarations, dossiers and receipts don't contain it.
pub const ENTRY_ID: &str = "_id";

/// The definition of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Form {
    /// Stable key of the form: `birth-registration`.
    pub key: String,
    /// Version of the form, from 1. It increases with every change of the form.
    pub version: u32,
    /// Title of the form: «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// JSON Schema 2020-12 of the answers, in the subset that the documentation describes. A complete set of answers
    /// must be valid against it.
    pub schema: Value,
    /// JSON Forms UI schema: the order and layout of the questions, and the rules that show or hide them.
    pub ui_schema: Value,
}

/// A condition on answers. It has the same members as the `condition` of a JSON Forms rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// JSON Pointer to the answer that the condition tests: `#/properties/x`. `#` tests the object that contains all
    /// answers.
    pub scope: String,
    /// JSON Schema that the answer must match. It may use the same keywords as the schema of a form.
    pub schema: Value,
    /// True: the condition is false while the question has no answer. False, or absent: a missing answer can fulfil the
    /// condition.
    #[serde(
        default,
        rename = "failWhenUndefined",
        skip_serializing_if = "core::ops::Not::not"
    )]
    pub fail_when_undefined: bool,
}
