//! Interlinked groups (liên thông, R4.16): one filing, from whose answers several declarations are made, each for an
//! agency of its own. What a procedure carries of it; [`crate::procedure::Procedure::parts`] is empty for any other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::form::Condition;
use crate::procedure::Named;

/// One procedure's share of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Part {
    /// Stable key, unique within its group: `residence`.
    pub key: String,
    /// The kind of office that settles it: «Công an cấp xã».
    pub receiver: String,
    /// What it gives: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Keys of the parts that must be finished first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// What may settle it; the first whose condition holds does. Where none holds the part isn't filed.
    pub procedures: Vec<PartProcedure>,
}

/// A procedure that may settle a part, and how its declaration is made from the group's answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PartProcedure {
    /// The procedure.
    pub procedure: Named,
    /// The kind of office that receives it.
    pub receiver: String,
    /// When it is the one; absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Key of the form of its declaration.
    pub form: String,
    /// Where each answer of the declaration comes from, by the field id of that form.
    pub declaration: BTreeMap<String, AnswerSource>,
}

/// Where an answer of a declaration comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Source")
)]
#[serde(rename_all = "snake_case")]
pub enum AnswerSource {
    /// The group's answer of that field id.
    From(String),
    /// Always the same.
    Value(Value),
    /// A sentence with `{field_id}` where an answer stands in it.
    Text(String),
    /// The part of that key gives it: a newborn has no citizen id until the birth is registered.
    Later(String),
    /// The way chosen to receive the part's result, in the words of the form.
    Delivery,
}
