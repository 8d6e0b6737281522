//! Answers of an earlier dossier, which the app offers again in a new draft.

use serde::{Deserialize, Serialize};

use crate::draft::ForWhom;
use crate::form::Answers;
use crate::time::Timestamp;

/// The answers to a form that the citizen submitted in an earlier dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct EarlierAnswers {
    /// Code of that dossier.
    pub code: String,
    /// When that dossier was submitted.
    pub sent_at: Timestamp,
    /// The person whom that dossier was for; `oneself` if absent. Never `helped`: those answers belong to somebody
    /// else.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The submitted answers, by field id.
    pub answers: Answers,
}
