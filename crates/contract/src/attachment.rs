//! A file on a component: bytes on their way, or held by the server.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::openapi::pattern;

/// A file as the server knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Attachment {
    /// Opaque id; the last part of the upload's address.
    pub id: String,
    /// Code of the component it belongs to.
    pub component: String,
    /// The file's name as the citizen knows it, NFC.
    pub name: String,
    /// Media type found in the bytes; as declared until the file is whole.
    pub media_type: String,
    /// Whole length, in bytes.
    pub size: u64,
    /// Bytes the server holds.
    pub received: u64,
    /// sha-256 of the whole file, 64 hex digits; only when the server holds it whole and found it sound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// One line of the sealed manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedAttachment {
    /// Attachment id.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::ATTACHMENT_ID_CHARS)))]
    pub id: String,
    /// Length, in bytes.
    #[serde(deserialize_with = "crate::number::deserialize_u64")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u64", range(max = crate::number::MAX_SAFE_INTEGER))
    )]
    pub size: u64,
    /// sha-256, 64 lower-case hex digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::SHA256)))]
    pub sha256: String,
}
