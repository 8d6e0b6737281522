//! «Hồ sơ của tôi» and one dossier, in Vietnamese.

use crate::i18n::track_dossiers::TrackDossiersWords;

pub(super) const WORDS: TrackDossiersWords = TrackDossiersWords {
    title: "Đang làm"
};
