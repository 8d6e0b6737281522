//! The receipt of a submitted dossier. It is the citizen's proof of the submission.

use serde::{Deserialize, Serialize};

use crate::draft::Delivery;
use crate::named::Named;
use crate::time::{Day, Timestamp};

/// The receipt of a dossier: proof of what was submitted, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Dossier code (TT 01/2018/TT-VPCP, Điều 19): `H50.19.360-261122-0001`.
    pub code: String,
    /// The procedure: key and name.
    pub procedure: Named,
    /// Name of the agency that received the dossier.
    pub agency_name: String,
    /// Name of the person who filed the dossier.
    pub citizen_name: String,
    /// When the server accepted the dossier.
    pub sent_at: Timestamp,
    /// Day on which the result is due. Absent if the procedure has no time limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
    /// later. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub due_on_provisional: bool,
    /// Every file that the server has received with the dossier.
    pub files: Vec<ReceivedFile>,
    /// Number of answers that the server has received.
    pub answers: u32,
    /// How the citizen will receive the result.
    pub delivery: Delivery,
    /// The parts of a group dossier, each with its own code, agency and due day. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ReceiptPart>,
}

/// One part of a group dossier, as its agency received it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ReceiptPart {
    /// Dossier code of the part.
    pub code: String,
    /// The procedure of the part: key and name.
    pub procedure: Named,
    /// Name of the agency that handles the part.
    pub agency_name: String,
    /// Name of the part's result: «Thẻ bảo hiểm y tế».
    pub result: String,
    /// Day on which the result of the part is due. Absent if the procedure has no time limit, or while the part waits
    /// for the result of another part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// True if the public holidays of the year of `due_on` aren't known yet, so that the result may be due a few days
    /// later. Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub due_on_provisional: bool,
    /// How the citizen will receive the result of the part.
    pub delivery: Delivery,
}

/// A complete file that the server holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ReceivedFile {
    /// Id of the attachment.
    pub id: String,
    /// Code of the component that the file belongs to.
    pub component: String,
    /// Display name of the component that the file belongs to.
    pub component_label: String,
    /// Display name of the file. Unicode NFC.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: u64,
    /// SHA-256 of the file, 64 lower-case hex digits.
    pub sha256: String,
}
