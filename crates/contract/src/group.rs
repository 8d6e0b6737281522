//! Interlinked groups (liên thông, R4.16): the citizen files several procedures together and answers one form. A
//! declaration for each agency is made from the answers.
//!
//! [`crate::procedure::Procedure::parts`] lists the parts of a group. It is empty for a procedure that is not a group.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::form::Condition;
use crate::named::Named;

/// One part of an interlinked group: one procedure's share of the dossier, handled by one agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Part {
    /// Stable key, unique within its group, for example `residence`.
    pub key: String,
    /// The kind of office that handles the part: «Công an cấp xã».
    pub receiver: String,
    /// Name of the part's result: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Keys of the parts that must be finished before this part begins. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The procedures that the part can use. The first procedure whose condition is true is used. If no condition is
    /// true, the part isn't filed.
    pub procedures: Vec<PartProcedure>,
}

/// A procedure that a part can use, and how the declaration for its agency is made from the answers to the group's
/// form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PartProcedure {
    /// The procedure: key and name.
    pub procedure: Named,
    /// The kind of office that receives the part: «Công an cấp xã».
    pub receiver: String,
    /// Condition on the answers to the group's form. Absent means that the condition is always true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Key of the declaration's form.
    pub form: String,
    /// Source of each answer in the declaration, by the id of the question in the declaration's form.
    pub declaration: BTreeMap<String, AnswerSource>,
}

/// Source of an answer in a declaration. In JSON, an object with one member, or the text `delivery`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Source")
)]
#[serde(rename_all = "snake_case")]
pub enum AnswerSource {
    /// The answer to the question with this id in the group's form.
    From(String),
    /// A constant value.
    Value(Value),
    /// A sentence with placeholders. Each `{question_id}` in it is replaced by the answer to that question.
    Text(String),
    /// The result of the part with this key. It doesn't exist yet when the dossier is filed: for example, a newborn
    /// child has no citizen id until the birth is registered.
    Later(String),
    /// How the citizen receives the result of this part, in words.
    Delivery,
    /// A source that this client doesn't know. It can't compute the answer; the backend does.
    #[serde(skip)]
    Other,
}

impl<'de> Deserialize<'de> for AnswerSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let source = match Value::deserialize(deserializer)? {
            Value::String(name) if name == "delivery" => Some(AnswerSource::Delivery),
            Value::Object(members) if members.len() == 1 => {
                let member = members.into_iter().next();
                member.and_then(|(name, value)| match (name.as_str(), value) {
                    ("from", Value::String(id)) => Some(AnswerSource::From(id)),
                    ("value", value) => Some(AnswerSource::Value(value)),
                    ("text", Value::String(text)) => Some(AnswerSource::Text(text)),
                    ("later", Value::String(key)) => Some(AnswerSource::Later(key)),
                    _ => None,
                })
            }
            _ => None,
        };
        Ok(source.unwrap_or(AnswerSource::Other))
    }
}
