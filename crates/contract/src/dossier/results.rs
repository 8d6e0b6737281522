//! The results of a dossier: the documents that the office issued, and how it handed them over.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::time::{Day, Timestamp};

/// A document that the office issued as a result of the dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ResultDocument {
    /// Id of the document, unique within the dossier.
    pub id: String,
    /// Name of the document: «Trích lục khai sinh (bản sao)».
    pub name: String,
    /// Number of the document, as printed on it: `125/TLKS-BS`. Absent if it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day on which the document was issued.
    pub issued_at: Day,
    /// The file of the document. `getDossierFile` returns its bytes exactly as the office attached them.
    pub file: ResultFile,
    /// The digital signatures that the file contains, in the order of the file. Nobody has verified them: a client says
    /// that the file has a signature, never that the signature is valid. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<FileSignature>,
}

/// The file of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ResultFile {
    /// Id of the file, for `getDossierFile`.
    pub id: String,
    /// Display name of the file. Unicode NFC.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: u64,
    /// Media type of the file: `application/pdf`, `image/jpeg` or `image/png`.
    pub media_type: String,
    /// SHA-256 of the file, 64 lower-case hex digits.
    pub sha256: String,
}

/// What the signature dictionary of a PDF file says (ISO 32000-1, section 12.8.1). It isn't verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FileSignature {
    /// Name of the person or office that signed. Absent if only the certificate contains it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<String>,
    /// When the file was signed, as the signer's device noted it. Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

open_enum! {
    /// How an office handed a result over.
    pub enum HandoverChannel {
        /// At the counter of the office.
        Counter = "counter",
        /// By post.
        Post = "post",
        /// Only as a file in the dossier.
        Online = "online",
    }
}

/// The hand-over of the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Handover {
    /// How the result was handed over.
    pub channel: HandoverChannel,
    /// When the result was handed over.
    pub at: Timestamp,
    /// What the office noted: who received the result, or the tracking number of the parcel. Absent if there is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
