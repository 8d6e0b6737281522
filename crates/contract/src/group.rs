//! Interlinked groups (liên thông, R4.16): one filing, from whose answers several declarations are made, each for its own
//! agency. [`crate::procedure::Procedure::parts`] lists the parts of a group and is empty for any other procedure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::form::Condition;
use crate::named::Named;

/// One part of an interlinked group: the share of one procedure, decided by one agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Part {
    /// Stable key, unique within its group: `residence`.
    pub key: String,
    /// The kind of office that decides the part: «Công an cấp xã».
    pub receiver: String,
    /// Name of the result of the part: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Keys of the parts that must be finished first. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The procedures that can decide the part. The first one whose condition is true is used; if there is none, the
    /// part isn't filed.
    pub procedures: Vec<PartProcedure>,
}

/// A procedure that can decide a part, and how its declaration is made from the answers to the group's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PartProcedure {
    /// The procedure: key and name.
    pub procedure: Named,
    /// The kind of office that receives the part: «Công an cấp xã».
    pub receiver: String,
    /// Condition on the answers to the group's form. Absent means always true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Key of the form of the declaration.
    pub form: String,
    /// Where each answer of the declaration comes from, by field id of the declaration's form.
    pub declaration: BTreeMap<String, AnswerSource>,
}

/// Where an answer of a declaration comes from. An object with one member, or the text `delivery`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Source")
)]
#[serde(rename_all = "snake_case")]
pub enum AnswerSource {
    /// The answer to the group's form with this field id.
    From(String),
    /// A constant value.
    Value(Value),
    /// A sentence. Each `{field_id}` in it is replaced by the answer with that field id.
    Text(String),
    /// The result of the part with this key, which doesn't exist yet: a newborn child has no citizen id until the birth
    /// is registered.
    Later(String),
    /// How the citizen receives the result of this part, in words.
    Delivery,
}
