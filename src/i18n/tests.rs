//! Tests that the numbers in the texts of the interface equal the limits in `contract::limits`.

use contract::limits::{
    FEEDBACK_CONTENT_CHARS, FEEDBACK_NAME_CHARS, FEEDBACK_TITLE_CHARS, NAME_CHARS,
    ORGANISATION_NAME_CHARS, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, POSITION_CHARS, TEXT_CHARS,
};

use super::Language;

/// The number that a text contains, without the separators of thousands.
fn number_in(text: &str) -> Option<usize> {
    let digits = |letter: &char| letter.is_ascii_digit() || ".,".contains(*letter);
    let from_first = text.chars().skip_while(|letter| !letter.is_ascii_digit());
    let number: String = from_first.take_while(digits).collect();
    number.replace(['.', ','], "").parse().ok()
}

#[test]
fn texts_state_the_bounds_of_the_contract() {
    for language in [Language::Vi, Language::En] {
        let words = language.words();
        let (feedback, form) = (words.feedback(), &words.register().form);
        let password = &words.sign_in().password;
        for (text, bound) in [
            (feedback.name_long, FEEDBACK_NAME_CHARS),
            (feedback.heading_long, FEEDBACK_TITLE_CHARS),
            (feedback.content_long, FEEDBACK_CONTENT_CHARS),
            (form.name_long, NAME_CHARS),
            (form.organisation_long, ORGANISATION_NAME_CHARS),
            (form.position_long, POSITION_CHARS),
            (password.rules, PASSWORD_MIN_CHARS),
            (password.short, PASSWORD_MIN_CHARS),
            (password.long, PASSWORD_MAX_CHARS),
            (words.submit().detail_wrong, TEXT_CHARS),
        ] {
            assert_eq!(number_in(text), Some(bound), "{text}");
        }
    }
}
