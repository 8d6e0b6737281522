//! Consent to the processing of personal data, one purpose at a time (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP). The citizen
//! gives it by a clear act, it is never preselected, it is stored with its time and wording, and it is withdrawn as easily
//! as it was given.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::time::Timestamp;

/// A purpose of processing personal data that the portal asks consent for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ConsentPurpose {
    /// Stable key, such as `reuse_answers`.
    pub key: String,
    /// Version of the wording, from 1. A new wording has a new version.
    pub version: u32,
    /// The purpose in a few words, in the portal's first language.
    pub title: String,
    /// The full sentence that the citizen consents to, in the portal's first language.
    pub wording: String,
    /// True if there can be no account without this consent.
    pub required: bool,
}

/// A consent given in a registration: the purpose and the version of the wording that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "ConsentGiven")
)]
#[serde(deny_unknown_fields)]
pub struct GivenConsent {
    /// Key of the purpose, at most 60 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::CONSENT_KEY_CHARS)))]
    pub purpose: String,
    /// Version of the wording that was shown.
    #[serde(deserialize_with = "crate::number::deserialize_u32")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u32", range(max = u32::MAX))
    )]
    pub version: u32,
}

/// Body of a request that gives or withdraws one consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentChange {
    /// Key of the purpose, at most 60 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::CONSENT_KEY_CHARS)))]
    pub purpose: String,
    /// Version of the wording that was shown. To give a consent it must be the current one.
    #[serde(deserialize_with = "crate::number::deserialize_u32")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u32", range(max = u32::MAX))
    )]
    pub version: u32,
    /// True to give the consent, false to withdraw it. A required consent can't be withdrawn while the account exists.
    pub given: bool,
}

/// A consent as it is stored: evidence of when it was given, and to which wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Consent {
    /// Key of the purpose.
    pub purpose: String,
    /// Version of the wording that was consented to.
    pub version: u32,
    /// The wording at the time when the consent was given.
    pub wording: String,
    /// When it was given.
    pub given_at: Timestamp,
    /// When it was withdrawn. Absent while it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
}
