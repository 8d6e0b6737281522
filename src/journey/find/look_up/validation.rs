//! Validates the fields of the form «Tra cứu hồ sơ». Returns the values to send, or the error messages to show.

use contract::lookup::LookupRequest;
use domain::format::{self, FormatError, SignInIdentifier};

use crate::i18n::look_up::LookUpWords;

/// Validates the code of a dossier. Returns it in the form that offices print.
pub(super) fn code(words: &LookUpWords, typed: &str) -> Result<String, &'static str> {
    format::parse_dossier_code(typed).map_err(|error| match error {
        FormatError::Empty => words.code_missing,
        _ => words.code_wrong,
    })
}

/// Validates the phone number or citizen id of the person who filed the dossier. Returns it in the format of the API.
pub(super) fn filed_by(words: &LookUpWords, typed: &str) -> Result<String, &'static str> {
    format::parse_sign_in_identifier(typed)
        .map(SignInIdentifier::into_request_text)
        .map_err(|error| match error {
            FormatError::Empty => words.filed_by_missing,
            _ => words.filed_by_wrong,
        })
}

/// Makes the request body if both texts are valid. Otherwise returns the error messages.
pub(super) fn lookup_request(
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
    fn accepts_a_code_however_it_was_copied() {
        let words = Language::Vi.words().look_up();
        let expected = Ok("H50.19.624-261122-0001".to_owned());
        for typed in [
            "H50.19.624-261122-0001",
            " h50.19.624-261122-0001\n",
            "H50.19.624 - 261122 - 0001",
            "H50.19.624–261122–0001.",
        ] {
            assert_eq!(code(words, typed), expected, "{typed}");
        }
    }

    #[test]
    fn explains_an_invalid_code_with_an_example() {
        let words = Language::Vi.words().look_up();
        assert_eq!(code(words, "  "), Err(words.code_missing));
        for typed in ["hồ sơ", "H50,19", &"1".repeat(61)] {
            assert_eq!(code(words, typed), Err(words.code_wrong), "{typed}");
        }
        assert!(words.code_wrong.contains("H50.19.624-261122-0001"));
    }

    #[test]
    fn the_filer_is_a_phone_or_a_citizen_id() {
        let words = Language::Vi.words().look_up();
        assert_eq!(
            lookup_request(words, "h1", "+84 912 345 678").map(|request| request.filed_by),
            Some("0912345678".to_owned())
        );
        assert_eq!(
            filed_by(words, "001 090 123 456"),
            Ok("001090123456".to_owned())
        );
        assert_eq!(filed_by(words, ""), Err(words.filed_by_missing));
        assert_eq!(filed_by(words, "12345"), Err(words.filed_by_wrong));
        assert_eq!(lookup_request(words, "h1", "12345"), None);
    }
}
