//! Consent to the processing of personal data, purpose by purpose (Luật 91/2025/QH15, NĐ 356/2025): a clear act, never
//! ticked beforehand, kept with its time and wording, and withdrawn as easily as it was given.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::time::Timestamp;

/// A purpose that the backend asks consent for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ConsentPurpose {
    /// Stable key, such as `reuse_answers`.
    pub key: String,
    /// Version of the wording; another wording is another version.
    pub version: u32,
    /// The purpose in a few words.
    pub title: String,
    /// The whole sentence that is consented to.
    pub wording: String,
    /// Without it there can be no account.
    pub required: bool,
}

/// One purpose consented to, in the version that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "ConsentGiven")
)]
#[serde(deny_unknown_fields)]
pub struct GivenConsent {
    /// The purpose's key.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::CONSENT_KEY_CHARS)))]
    pub purpose: String,
    /// The version that was read.
    #[serde(deserialize_with = "crate::number::deserialize_u32")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u32", range(max = u32::MAX))
    )]
    pub version: u32,
}

/// Gives or withdraws one consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentChange {
    /// The purpose's key.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::CONSENT_KEY_CHARS)))]
    pub purpose: String,
    /// The version that was read.
    #[serde(deserialize_with = "crate::number::deserialize_u32")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u32", range(max = u32::MAX))
    )]
    pub version: u32,
    /// Given, or withdrawn. A required one can't be withdrawn while the account stands.
    pub given: bool,
}

/// A consent as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Consent {
    /// The purpose's key.
    pub purpose: String,
    /// The version consented to.
    pub version: u32,
    /// The wording as it was then.
    pub wording: String,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
}
