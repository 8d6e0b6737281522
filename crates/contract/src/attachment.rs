//! Files attached to the components of a draft.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::pattern;

/// A file attached to a component of a draft, complete or still being uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Attachment {
    /// Opaque id, at most 64 characters. It is the last segment of the URL to which the client uploads the file.
    pub id: String,
    /// Code of the component that the file belongs to.
    pub component: String,
    /// Name of the file for display, at most 255 characters. Unicode NFC.
    pub name: String,
    /// Media type, such as `application/pdf`. While the file is incomplete, this is the type that the client declared.
    /// Afterwards it is the type that the server detected from the bytes.
    pub media_type: String,
    /// Size of the complete file, in bytes.
    pub size: u64,
    /// Number of bytes that the server has received so far.
    pub received: u64,
    /// SHA-256 of the complete file, 64 lower-case hex digits. Absent until the server holds the complete file and has
    /// accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// One attachment in the list that a submission contains. Size and checksum show that the server holds the same file
/// that the citizen reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedAttachment {
    /// Id of the attachment, at most 64 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::ATTACHMENT_ID_CHARS)))]
    pub id: String,
    /// Size of the file, in bytes.
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u64", range(max = crate::number::MAX_SAFE_INTEGER))
    )]
    pub size: u64,
    /// SHA-256 of the file, 64 lower-case hex digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::SHA256)))]
    pub sha256: String,
}
