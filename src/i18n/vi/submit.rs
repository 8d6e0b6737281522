//! Delivery, review, sending and the receipt, in Vietnamese.

use crate::i18n::submit::SubmitWords;

pub(super) const WORDS: SubmitWords = SubmitWords {
    title: "Đang làm"
};
