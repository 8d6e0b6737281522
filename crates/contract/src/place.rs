//! Administrative units after 1 July 2025: province, then commune. Keyed by NSO codes, which are text.

use serde::{Deserialize, Serialize};

/// A province-level unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Province {
    /// NSO code, two digits: `44`.
    pub code: String,
    /// Full name: «Tỉnh Quảng Trị».
    pub name: String,
    /// Names of units merged into it in 2025, for the search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absorbed: Vec<String>,
}

/// A commune-level unit: xã, phường or đặc khu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Commune {
    /// NSO code, five digits: `19624`.
    pub code: String,
    /// Full name: «Xã Triệu Phong».
    pub name: String,
}

/// Where the agency that receives a dossier sits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceRef {
    /// Province code.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{2}$")))]
    pub province: String,
    /// Commune code.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{5}$")))]
    pub commune: String,
}
