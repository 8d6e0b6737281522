//! What is wrong with what was typed, in the words of the screen, and what is sent where nothing is.

use contract::limits::LOOKUP_CODE_CHARS;
use contract::lookup::LookupRequest;
use domain::format::{self, Fault};

use crate::i18n::look_up::LookUpWords;

/// A dossier's code as offices write it: capitals, and no blanks that a message or a voice put in.
pub(super) fn code(words: &LookUpWords, typed: &str) -> Result<String, &'static str> {
    let bare: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-/_".contains(letter);
    match bare.len() {
        0 => Err(words.code_missing),
        1..=LOOKUP_CODE_CHARS if bare.chars().all(plain) => Ok(bare.to_ascii_uppercase()),
        _ => Err(words.code_wrong),
    }
}

/// Phone or citizen id of who filed it, in the form that the contract takes.
pub(super) fn filed_by(words: &LookUpWords, typed: &str) -> Result<String, &'static str> {
    format::sign_in_identifier(typed).map_err(|fault| match fault {
        Fault::Empty => words.filed_by_missing,
        _ => words.filed_by_wrong,
    })
}

/// What is asked, where nothing is wrong.
pub(super) fn asked(
    words: &LookUpWords,
    typed_code: &str,
    typed_by: &str,
) -> Option<LookupRequest> {
    Some(LookupRequest {
        code: code(words, typed_code).ok()?,
        filed_by: filed_by(words, typed_by).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_code_copied_from_a_message_or_typed_small_is_right() {
        let words = Language::Vi.words().look_up();
        let right = Ok("H50.19.624-261122-0001".to_owned());
        for typed in [
            "H50.19.624-261122-0001",
            " h50.19.624-261122-0001\n",
            "H50.19.624 - 261122 - 0001",
        ] {
            assert_eq!(code(words, typed), right, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_told_with_an_example() {
        let words = Language::Vi.words().look_up();
        assert_eq!(code(words, "  "), Err(words.code_missing));
        for typed in ["hồ sơ", "H50,19", &"1".repeat(61)] {
            assert_eq!(code(words, typed), Err(words.code_wrong), "{typed}");
        }
        assert!(words.code_wrong.contains("H50.19.624-261122-0001"));
    }

    #[test]
    fn who_filed_it_is_a_phone_or_a_citizen_id() {
        let words = Language::Vi.words().look_up();
        assert_eq!(
            asked(words, "h1", "+84 912 345 678").map(|asked| asked.filed_by),
            Some("0912345678".to_owned())
        );
        assert_eq!(
            filed_by(words, "001 090 123 456"),
            Ok("001090123456".to_owned())
        );
        assert_eq!(filed_by(words, ""), Err(words.filed_by_missing));
        assert_eq!(filed_by(words, "12345"), Err(words.filed_by_wrong));
        assert_eq!(asked(words, "h1", "12345"), None);
    }
}
