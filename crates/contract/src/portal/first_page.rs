//! What a portal shows on its first page: tiles and a short list of procedures.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;

/// A text in one or more languages, by BCP 47 language tag: `{"vi": "Góp ý", "en": "Feedback"}`.
pub type LocalizedText = BTreeMap<String, String>;

/// A tile: a link below the search field of the first page. For example `{"page": "groups", "label": {"vi": "Khai sinh,
/// khai tử"}}`, or `{"page": "procedure", "code": "1.001193", "label": {"vi": "Khai sinh"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Tile {
    /// The page that the tile links to. The app ignores a tile if it doesn't know the page, or if the backend lacks the
    /// feature of that page (`parts` of `getPortal`).
    #[serde(default)]
    pub page: TilePage,
    /// National code of the procedure. Present only if `page` is `procedure`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Text of the tile by language, each at most 80 characters. If it is absent, the app uses its own text for the
    /// page. The app has no text of its own for a single procedure, so it ignores such a tile without a label.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(
        feature = "openapi",
        schemars(extend("additionalProperties" = {"type": "string", "maxLength": limits::TILE_LABEL_CHARS}))
    )]
    pub label: LocalizedText,
}

/// The page that a tile links to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TilePage {
    /// «Dịch vụ công liên thông»: the interlinked groups (R4.6).
    Groups,
    /// «Tra cứu hồ sơ»: looking up a dossier (R4.14).
    LookUp,
    /// «Góp ý»: sending a feedback message.
    Feedback,
    /// The page that lists all procedures.
    Procedures,
    /// One procedure or group. The member `code` of the tile is its national code.
    Procedure,
    /// A page that this client doesn't know. The client ignores the tile.
    #[default]
    Other,
}

// Written by hand, because it accepts unknown pages and needs less code in the app than a derived implementation.
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

/// The tiles of a portal whose capability document contains no tiles.
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
    /// Name of the procedure, as in the catalogue. The first page can show it without loading the catalogue. At most
    /// 500 characters.
    #[cfg_attr(feature = "openapi", schemars(length(max = limits::TEXT_CHARS)))]
    pub name: String,
}
