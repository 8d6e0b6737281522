//! Administrative units since 1 July 2025: provinces and their communes. The National Statistics Office gives each unit
//! a code, which is a text.

use serde::{Deserialize, Serialize};

/// A province-level unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Province {
    /// Code of the National Statistics Office: two digits, as text: `44`.
    pub code: String,
    /// Full name: «Tỉnh Quảng Trị».
    pub name: String,
    /// Names of the former provinces that were merged into this province on 1 July 2025. A search by an old name finds
    /// this province. Absent if no provinces were merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absorbed: Vec<String>,
}

/// A commune-level unit: xã, phường or đặc khu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Commune {
    /// Code of the National Statistics Office: five digits, as text: `19624`.
    pub code: String,
    /// Full name: «Xã Triệu Phong».
    pub name: String,
}

/// A commune and its province. The commune must belong to the province; a dossier with another one isn't accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct PlaceRef {
    /// Province code: two digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{2}$")))]
    pub province: String,
    /// Commune code: five digits.
    #[cfg_attr(feature = "openapi", schemars(regex(pattern = r"^[0-9]{5}$")))]
    pub commune: String,
}
