//! «Tra cứu hồ sơ» (R4.14–R4.15): how a dossier stands, for whoever knows its code and who filed it. Never names,
//! answers or papers.

use serde::{Deserialize, Serialize};

use crate::dossier::DossierStatus;
#[cfg(feature = "openapi")]
use crate::limits;
use crate::time::{Day, Timestamp};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Lookup")
)]
#[serde(deny_unknown_fields)]
pub struct LookupRequest {
    /// Dossier code.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LOOKUP_CODE_CHARS)))]
    pub code: String,
    /// Phone or citizen id of who filed it.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LOOKUP_FILED_BY_CHARS)))]
    pub filed_by: String,
}

/// How the dossier stands.
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
    /// The agency.
    pub agency_name: String,
    /// Status.
    pub status: DossierStatus,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When the result is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// The parts of a group, each as a dossier of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<LookupResult>,
}
