//! What a portal shows on the first page: tiles and a short list of procedures.

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
    /// The page that the tile leads to. The app ignores a tile whose page it doesn't know, or whose feature the backend
    /// lacks (`parts` of `getPortal`).
    #[serde(default)]
    pub page: TilePage,
    /// National code of the procedure. Only where `page` is `procedure`; absent otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Text of the link by language, each at most 80 characters. Absent: the app's own text for that page; for
    /// `procedure` it has none, and ignores the tile.
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
    /// «Dịch vụ công liên thông»: the interlinked groups (R4.6).
    Groups,
    /// «Tra cứu hồ sơ»: looking up a dossier (R4.14).
    LookUp,
    /// «Góp ý»: feedback.
    Feedback,
    /// All procedures.
    Procedures,
    /// One procedure or group, by its code.
    Procedure,
    /// A page that this client doesn't know; the client ignores the tile.
    #[default]
    Other,
}

// Written by hand because it accepts unknown pages and takes less code in the app than a derived implementation.
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

/// A procedure in the short list of the first page: `{"code": "1.001193", "name": "Đăng ký khai sinh"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct PopularProcedure {
    /// National code of the procedure, as in the catalogue.
    pub code: String,
    /// Name of the procedure, as in the catalogue, so that the first page needs no other document. At most 500
    /// characters.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::TEXT_CHARS)))]
    pub name: String,
}
