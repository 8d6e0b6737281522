//! Validates the fields of the form «Góp ý». Each function returns the text to send, or the error message to show.

use contract::limits::{FEEDBACK_CONTENT_CHARS, FEEDBACK_NAME_CHARS, FEEDBACK_TITLE_CHARS};
use domain::format::{self, FormatError};

use crate::i18n::feedback::FeedbackWords;

/// The text to send, or the error message to show.
type Checked = Result<String, &'static str>;

/// Validates the field «Họ tên» (full name).
pub(super) fn name(words: &FeedbackWords, typed: &str) -> Checked {
    let checked = format::parse_one_line_text(typed, FEEDBACK_NAME_CHARS);
    checked.map_err(|error| message(error, words.name_missing, words.name_long))
}

/// Validates the field «Tiêu đề» (title).
pub(super) fn title(words: &FeedbackWords, typed: &str) -> Checked {
    let checked = format::parse_one_line_text(typed, FEEDBACK_TITLE_CHARS);
    checked.map_err(|error| message(error, words.heading_missing, words.heading_long))
}

/// Validates the field «Nội dung» (message).
pub(super) fn content(words: &FeedbackWords, typed: &str) -> Checked {
    let checked = format::parse_text(typed, FEEDBACK_CONTENT_CHARS);
    checked.map_err(|error| message(error, words.content_missing, words.content_long))
}

/// Validates the field «Mã kiểm tra», the answer to the check question. It must be a number in digits.
pub(super) fn answer(words: &FeedbackWords, typed: &str) -> Checked {
    format::parse_count(typed).map_err(|_| words.answer_missing)
}

const fn message(error: FormatError, missing: &'static str, long: &'static str) -> &'static str {
    match error {
        FormatError::TooLong { .. } => long,
        _ => missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_message_keeps_its_line_breaks_and_a_name_has_none() {
        let words = Language::Vi.words().feedback();
        assert_eq!(
            content(words, " Chữ nhỏ.\r\nXin sửa. "),
            Ok("Chữ nhỏ.\nXin sửa.".to_owned())
        );
        assert_eq!(name(words, "H'Hen  Niê\n"), Ok("H'Hen Niê".to_owned()));
    }

    #[test]
    fn reports_each_text_that_is_missing_or_too_long() {
        let words = Language::Vi.words().feedback();
        let long = "ă".repeat(4_001);
        assert_eq!(name(words, " "), Err(words.name_missing));
        assert_eq!(name(words, &long), Err(words.name_long));
        assert_eq!(title(words, ""), Err(words.heading_missing));
        assert_eq!(title(words, &long), Err(words.heading_long));
        assert_eq!(content(words, "\n"), Err(words.content_missing));
        assert_eq!(content(words, &long), Err(words.content_long));
    }

    #[test]
    fn the_answer_must_be_in_digits() {
        let words = Language::Vi.words().feedback();
        assert_eq!(answer(words, " 7 "), Ok("7".to_owned()));
        assert_eq!(answer(words, "bảy"), Err(words.answer_missing));
        assert_eq!(answer(words, ""), Err(words.answer_missing));
    }
}
