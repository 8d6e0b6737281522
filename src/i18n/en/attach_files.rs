//! Attaching files, in English.

use crate::i18n::attach_files::AttachFilesWords;

pub(super) const WORDS: AttachFilesWords = AttachFilesWords {
    title: "In progress",
};
