//! What the citizen may do with a submitted dossier, and the bodies of these requests.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;
use crate::open_enum::open_enum;
use crate::time::{Day, Timestamp};

open_enum! {
    /// Something that the citizen may do with a dossier now.
    pub enum CitizenAction {
        /// Answer a request for more documents.
        Supplement = "supplement",
        /// Pay a fee.
        Pay = "pay",
        /// Ask to withdraw the dossier, with `postWithdrawal`. For a group: at least one of its parts.
        Withdraw = "withdraw",
        /// Begin another dossier with the same answers, with `postDraft` and its member `copy_of`.
        Copy = "copy",
        /// Write to the office, with `postMessage`.
        Message = "message",
        /// Rate the handling of the dossier, or change the rating, with `postRating`.
        Rate = "rate",
    }
}

/// Body of the request to withdraw a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewWithdrawal {
    /// Why the citizen wants to withdraw the dossier, at most 4,000 characters. The office reads it.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::LONG_TEXT_CHARS)))]
    pub reason: String,
}

/// Body of the request to rate how a dossier was handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRating {
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[serde(deserialize_with = "crate::number::deserialize_u8")]
    #[cfg_attr(feature = "openapi", schemars(with = "u8", range(min = limits::RATING_MIN, max = limits::RATING_MAX)))]
    pub stars: u8,
    /// What the citizen adds in their own words, at most 4,000 characters. Absent if there is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::LONG_TEXT_CHARS)))]
    pub comment: Option<String>,
}

/// How the citizen rated the handling of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Rating {
    /// 1 (very dissatisfied) to 5 (very satisfied).
    pub stars: u8,
    /// What the citizen added in their own words. Absent if there is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When the citizen first rated the dossier.
    pub rated_at: Timestamp,
    /// The last day on which the citizen may change the rating.
    pub changeable_until: Day,
}
