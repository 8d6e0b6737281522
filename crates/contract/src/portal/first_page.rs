//! What a portal puts on the first page: tiles, and a short list of procedures.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;

/// A text in one or more languages, by BCP 47 tag: `{"vi": "Góp ý", "en": "Feedback"}`.
pub type LocalizedText = BTreeMap<String, String>;

/// A link below the search field of the first page: `{"page": "groups", "label": {"vi": "Khai sinh, khai tử"}}`, or
/// `{"page": "procedure", "code": "1.001193", "label": {"vi": "Khai sinh"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Tile {
    /// Where it leads. The app leaves out a page that it doesn't know, and one whose part the backend lacks (`parts`).
    #[serde(default)]
    pub page: TilePage,
    /// National code of the procedure; only where `page` is `procedure`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Words on the link. Without them the app uses its own for that page; it has none for `procedure`, and leaves it out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::TILE_LABEL_CHARS}))
    )]
    pub label: LocalizedText,
}

/// The page that a tile leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TilePage {
    /// «Dịch vụ công liên thông»: the groups of procedures (R4.6).
    Groups,
    /// «Tra cứu hồ sơ» (R4.14).
    LookUp,
    /// «Góp ý».
    Feedback,
    /// All procedures.
    Procedures,
    /// One procedure or group, by its code.
    Procedure,
    /// A page this client doesn't know; the tile is not shown.
    #[default]
    Other,
}

// Takes any name, and is shorter in the app than the derived reader.
impl<'de> Deserialize<'de> for TilePage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match String::deserialize(deserializer)?.as_str() {
            "groups" => Self::Groups,
            "look_up" => Self::LookUp,
            "feedback" => Self::Feedback,
            "procedures" => Self::Procedures,
            "procedure" => Self::Procedure,
            _ => Self::Other,
        })
    }
}

/// The tiles of a portal that names none.
pub(super) fn default_tiles() -> Vec<Tile> {
    let tile = |page| Tile {
        page,
        code: String::new(),
        label: LocalizedText::new(),
    };
    vec![tile(TilePage::Groups), tile(TilePage::LookUp)]
}

/// A procedure of the first page's short list: `{"code": "1.001193", "name": "Đăng ký khai sinh"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PopularProcedure {
    /// National code, as in the catalogue.
    pub code: String,
    /// Name, as in the catalogue, so that the first page needs nothing but the portal.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::TEXT_CHARS)))]
    pub name: String,
}
