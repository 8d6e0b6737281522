//! Choosing province and commune, in English.

use crate::i18n::place::PlaceWords;

pub(super) const WORDS: PlaceWords = PlaceWords {
    province: "Province or city",
    province_prompt: "Choose a province or city",
    narrow: "Type a few letters to find the commune",
    narrow_hint: "Accents aren't needed, for example: trieu phong",
    commune: "Commune, ward or special zone",
    commune_prompt: "Choose a commune, ward or special zone",
};
