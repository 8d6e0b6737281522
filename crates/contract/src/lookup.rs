//! «Tra cứu hồ sơ» (R4.14–R4.15): looks up the status of a dossier, for anyone who knows the dossier code and the phone
//! number or citizen id of the person who filed the dossier. The result never contains names, answers or files.

use serde::{Deserialize, Serialize};

use crate::dossier::{DossierStatus, DueExplanation, StuckStep, WaitingFor};
#[cfg(feature = "openapi")]
use crate::limits;
use crate::time::{Day, Timestamp};

/// Body of a request that looks up a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Lookup")
)]
#[serde(deny_unknown_fields)]
pub struct LookupRequest {
    /// Dossier code as printed on the receipt, at most 60 characters. Blanks, invisible characters and punctuation around
    /// the code are ignored; long dashes equal short ones, and upper case equals lower case.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LOOKUP_CODE_CHARS)))]
    pub code: String,
    /// Phone number or personal identification number of the person who filed the dossier, at most 40 characters. Digits
    /// that can be both, for example a phone number without its leading 0, are tried as both.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LOOKUP_FILED_BY_CHARS)))]
    pub filed_by: String,
}

/// Status of a dossier that was looked up. Contains no personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "LookedUp")
)]
pub struct LookupResult {
    /// Dossier code.
    pub code: String,
    /// Name of the procedure.
    pub procedure_name: String,
    /// Name of the agency that received the dossier.
    pub agency_name: String,
    /// Status of the dossier.
    pub status: DossierStatus,
    /// When the status last changed.
    pub updated_at: Timestamp,
    /// Day on which the result is due. Absent if the procedure has no time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
    /// later. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub due_on_provisional: bool,
    /// Whom the dossier waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_for: Option<WaitingFor>,
    /// The steps that are overdue now; for a group, those of its parts. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stuck: Vec<StuckStep>,
    /// How `due_on` was computed. Absent if the backend can't tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueExplanation>,
    /// The parts of a group dossier, each with the members of a look-up result. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<LookupResult>,
}
