//! Attaching files, in Vietnamese.

use crate::i18n::attach_files::AttachFilesWords;

pub(super) const WORDS: AttachFilesWords = AttachFilesWords {
    title: "Đang làm"
};
