//! Searching «Hồ sơ của tôi», and what is already under way for one procedure.

use serde::{Deserialize, Serialize};

use super::record::DossierItem;
use super::tab::Tab;
#[cfg(feature = "openapi")]
use crate::limits;
#[cfg(feature = "openapi")]
use crate::pattern;

/// Body of a search in «Hồ sơ của tôi». It is a body because a name may be searched for, and a name doesn't belong in a
/// URL. An absent member doesn't restrict the search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DossierSearch {
    /// Words of the dossier code, of the name of the procedure or agency, or of the name of the person for whom the
    /// dossier is filed. Accents and upper case don't matter; every word must be found. At most 100 characters.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::DOSSIER_SEARCH_CHARS)))]
    pub text: String,
    /// Name of the agency, exactly as in `agencies`. At most 300 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::AGENCY_NAME_CHARS)))]
    pub agency: Option<String>,
    /// Only dossiers that were sent, and drafts that were changed, on this day or later: `2026-11-22`, 10 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::DAY)))]
    pub from: Option<String>,
    /// Only dossiers that were sent, and drafts that were changed, on this day or earlier: `2026-11-22`, 10 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = pattern::DAY)))]
    pub until: Option<String>,
    /// Only the items of this tab. Absent: the items of all tabs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tab: Option<Tab>,
    /// Number of the page, 1 to 100000. Absent: 1.
    #[serde(
        deserialize_with = "crate::number::deserialize_optional_u32",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schemars(with = "Option<u32>", range(min = 1, max = limits::SEARCH_PAGES)))]
    pub page: Option<u32>,
}

/// What the citizen already has under way for one procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct UnderWay {
    /// At most 20 drafts and dossiers of the procedure that aren't closed yet, the newest first. The drafts are before
    /// the dossiers.
    pub items: Vec<DossierItem>,
}
