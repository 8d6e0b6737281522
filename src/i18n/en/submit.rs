//! Delivery, review, sending and the receipt, in English.

use crate::i18n::submit::SubmitWords;

pub(super) const WORDS: SubmitWords = SubmitWords {
    title: "In progress",
};
