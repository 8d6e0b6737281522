//! «Hồ sơ của tôi» and one dossier, in English.

use crate::i18n::track_dossiers::TrackDossiersWords;

pub(super) const WORDS: TrackDossiersWords = TrackDossiersWords {
    title: "In progress",
};
