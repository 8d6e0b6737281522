//! «Hồ sơ của tôi» and one dossier: what the words are for.

/// «Hồ sơ của tôi» and one dossier.
pub struct TrackDossiersWords {
    /// Title of the page.
    pub title: &'static str,
}
