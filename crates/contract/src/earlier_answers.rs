//! Answers of an earlier dossier. The app offers to reuse them in a new draft.

use serde::{Deserialize, Serialize};

use crate::draft::ForWhom;
use crate::form::Answers;
use crate::time::Timestamp;

/// The answers to a form that the citizen submitted in an earlier dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct EarlierAnswers {
    /// Code of the earlier dossier.
    pub code: String,
    /// When the earlier dossier was submitted.
    pub sent_at: Timestamp,
    /// The person for whom the earlier dossier was filed; `oneself` if absent. Never `helped` (the citizen filed for
    /// somebody else), because the answers of such a dossier aren't about the citizen.
    #[serde(default)]
    pub for_whom: ForWhom,
    /// The submitted answers, by question id.
    pub answers: Answers,
}
