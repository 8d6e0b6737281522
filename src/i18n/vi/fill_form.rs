//! Choosing the agency and answering the form, in Vietnamese.

use crate::i18n::fill_form::FillFormWords;

pub(super) const WORDS: FillFormWords = FillFormWords {
    title: "Đang làm"
};
