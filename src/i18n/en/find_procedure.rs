//! Searching, filtering and reading procedures, in English.

use crate::i18n::find_procedure::FindProcedureWords;

pub(super) const WORDS: FindProcedureWords = FindProcedureWords {
    title: "In progress",
};
