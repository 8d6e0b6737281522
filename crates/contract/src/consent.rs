//! Consent to the processing of personal data, one purpose at a time (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP).
//!
//! The citizen gives each consent by a clear act, and no consent is preselected. The server stores the time and the
//! wording with each consent. Withdrawing a consent is as easy as giving it.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::time::Timestamp;

/// A purpose for which the portal asks consent to process personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ConsentPurpose {
    /// Stable key of the purpose, such as `reuse_answers`.
    pub key: String,
    /// Version of the wording, from 1. It increases with every new wording.
    pub version: u32,
    /// The purpose in a few words, in the portal's first language.
    pub title: String,
    /// The full sentence that the citizen consents to, in the portal's first language.
    pub wording: String,
    /// True if an account can't exist without this consent.
    pub required: bool,
}

/// A consent that a person gives when they register: the purpose, and the version of the wording that they were shown.
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
    /// Version of the wording that the citizen was shown.
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
    /// Version of the wording that the citizen was shown. To give consent, it must be the current version.
    #[serde(deserialize_with = "crate::number::deserialize_u32")]
    #[cfg_attr(
        feature = "openapi",
        schemars(with = "u32", range(max = u32::MAX))
    )]
    pub version: u32,
    /// True to give the consent, false to withdraw it. A required consent can't be withdrawn while the account exists.
    pub given: bool,
}

/// A stored consent: evidence of when the citizen gave it, and of the wording that they consented to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Consent {
    /// Key of the purpose.
    pub purpose: String,
    /// Version of the wording that the citizen consented to.
    pub version: u32,
    /// The exact text that the citizen consented to.
    pub wording: String,
    /// When the consent was given.
    pub given_at: Timestamp,
    /// When the consent was withdrawn. Absent while the consent is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Timestamp>,
}
