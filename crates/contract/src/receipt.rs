//! What the server holds after «Gửi hồ sơ»: the citizen's proof.

use serde::{Deserialize, Serialize};

use crate::draft::Delivery;
use crate::procedure::Named;
use crate::time::{Day, Timestamp};

/// The receipt of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Dossier code (TT 01/2018/TT-VPCP Điều 19): `H50.19.360-261122-0001`.
    pub code: String,
    /// The procedure.
    pub procedure: Named,
    /// The agency.
    pub agency_name: String,
    /// Who filed it.
    pub citizen_name: String,
    /// When the server accepted it.
    pub sent_at: Timestamp,
    /// When the result is due, where the record gives a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Every file the server holds.
    pub files: Vec<ReceivedFile>,
    /// How many answers the server holds.
    pub answers: u32,
    /// How the result will be received.
    pub delivery: Delivery,
    /// The parts of a group, each with its own code, agency and date; empty for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ReceiptPart>,
}

/// One part of a group, as its agency received it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ReceiptPart {
    /// Its own dossier code.
    pub code: String,
    /// The procedure that settles it.
    pub procedure: Named,
    /// Its agency.
    pub agency_name: String,
    /// What it gives.
    pub result: String,
    /// When its result is due, where the record gives a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// How its result will be received.
    pub delivery: Delivery,
}

/// A file the server holds, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ReceivedFile {
    /// Attachment id.
    pub id: String,
    /// Code of the component.
    pub component: String,
    /// Words of the component.
    pub component_label: String,
    /// The file's name.
    pub name: String,
    /// Length, in bytes.
    pub size: u64,
    /// sha-256, 64 hex digits.
    pub sha256: String,
}
