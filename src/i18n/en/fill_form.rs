//! Choosing the agency and answering the form, in English.

use crate::i18n::fill_form::FillFormWords;

pub(super) const WORDS: FillFormWords = FillFormWords {
    title: "In progress",
};
