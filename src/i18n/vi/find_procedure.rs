//! Searching, filtering and reading procedures, in Vietnamese.

use crate::i18n::find_procedure::FindProcedureWords;

pub(super) const WORDS: FindProcedureWords = FindProcedureWords {
    title: "Đang làm"
};
