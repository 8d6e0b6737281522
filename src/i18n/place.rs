//! Choosing province and commune: what the words are for.

/// Choosing province and commune.
pub struct PlaceWords {
    /// Label of the provinces.
    pub province: &'static str,
    /// First line of the provinces.
    pub province_prompt: &'static str,
    /// Label of the field that narrows the communes.
    pub narrow: &'static str,
    /// Its hint.
    pub narrow_hint: &'static str,
    /// Label of the communes.
    pub commune: &'static str,
    /// First line of the communes.
    pub commune_prompt: &'static str,
}
