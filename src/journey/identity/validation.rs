//! Error messages for the fields of registration, sign-in and account pages. The validation rules themselves are in
//! `domain`. All typed texts must be in Unicode normalization form NFC. Each function that returns an error message
//! returns `None` for a valid text.
//!
//! The pages call these functions at two moments: when the citizen leaves a field, and for all fields when the citizen
//! presses the form's button.

use contract::limits::{ORGANISATION_NAME_CHARS, POSITION_CHARS};
use domain::format::{self, FormatError};

use crate::i18n::register::RegistrationFormWords;
use crate::i18n::sign_in::{CodeWords, PasswordWords, SignInFormWords};

/// The error message for a typed text. `None` if the text is valid.
pub(crate) type ErrorMessage = Option<&'static str>;

/// Validates the person's name.
pub(crate) fn name_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_person_name(typed).err()? {
        FormatError::Empty => words.name_missing,
        FormatError::TooLong { .. } => words.name_long,
        FormatError::Invisible => words.name_invisible,
        FormatError::WrongEncoding => words.name_encoding,
        _ => words.name_wrong,
    })
}

/// Validates an identity number: 12 digits, or 9 digits for an old identity card.
pub(crate) fn identity_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_identity_number(typed).err()? {
        FormatError::Empty => words.identity_missing,
        FormatError::WrongDigits { .. } => words.identity_length,
        _ => words.identity_wrong,
    })
}

/// Validates a date of birth. The field is optional.
pub(crate) fn birth_date_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    match format::parse_date(typed) {
        Ok(_) | Err(FormatError::Empty) => None,
        Err(_) => Some(words.birth_date_wrong),
    }
}

/// Validates a mobile number.
pub(crate) fn phone_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_phone(typed).err()? {
        FormatError::Empty => words.phone_missing,
        _ => words.phone_wrong,
    })
}

/// Validates the name of an organisation.
pub(crate) fn organisation_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match organisation_name(typed).err()? {
        FormatError::TooLong { .. } => words.organisation_long,
        FormatError::WrongEncoding => words.name_encoding,
        _ => words.organisation_missing,
    })
}

/// Returns an organisation's name in the normalized format that the request needs.
pub(crate) fn organisation_name(typed: &str) -> Result<String, FormatError> {
    format::parse_organisation_name(typed, ORGANISATION_NAME_CHARS)
}

/// Validates an organisation's tax code.
pub(crate) fn tax_code_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_tax_code(typed).err()? {
        FormatError::Empty => words.tax_code_missing,
        FormatError::WrongDigits { .. } => words.tax_code_length,
        _ => words.tax_code_wrong,
    })
}

/// Validates the person's position in an organisation.
pub(crate) fn position_error(words: &RegistrationFormWords, typed: &str) -> ErrorMessage {
    Some(match position_name(typed).err()? {
        FormatError::Empty => words.position_missing,
        _ => words.position_long,
    })
}

/// Returns the person's position in an organisation in the normalized format that the request needs.
pub(crate) fn position_name(typed: &str) -> Result<String, FormatError> {
    format::parse_one_line_text(typed, POSITION_CHARS)
}

/// Validates a one-time code.
pub(crate) fn code_error(words: &CodeWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_one_time_code(typed).err()? {
        FormatError::Empty => words.missing,
        FormatError::BadCharacters => words.not_digits,
        _ => words.malformed,
    })
}

/// Validates a new password.
pub(crate) fn new_password_error(words: &PasswordWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_password(typed).err()? {
        FormatError::Empty if typed.is_empty() => words.missing,
        FormatError::TooLong { .. } => words.long,
        FormatError::Invisible => words.invisible,
        _ => words.short,
    })
}

/// Validates the identifier in the sign-in form: a citizen id or a phone number.
pub(crate) fn identifier_error(words: &SignInFormWords, typed: &str) -> ErrorMessage {
    Some(match format::parse_sign_in_identifier(typed).err()? {
        FormatError::Empty => words.identifier_missing,
        _ => words.identifier_wrong,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn accepts_valid_personal_data() {
        let words = &Language::Vi.words().register().form;
        assert_eq!(name_error(words, "  H'Hen  Niê "), None);
        assert_eq!(identity_error(words, "001 090 123 456"), None);
        assert_eq!(identity_error(words, "012345678"), None);
        for typed in ["0912345678", "+84 912 345 678", "0912.345.678"] {
            assert_eq!(phone_error(words, typed), None, "{typed}");
        }
    }

    #[test]
    fn names_each_error_of_the_personal_data() {
        let words = &Language::Vi.words().register().form;
        let long = "a".repeat(10_000);
        for (typed, message) in [
            ("", words.name_missing),
            ("   ", words.name_missing),
            (long.as_str(), words.name_long),
            ("Nguyễn Văn 😀", words.name_wrong),
            ("<b>An</b>", words.name_wrong),
            ("Nguyễn\u{202E}An", words.name_invisible),
        ] {
            assert_eq!(name_error(words, typed), Some(message), "{typed}");
        }
        for (typed, message) in [
            ("", words.identity_missing),
            ("00109012345", words.identity_length),
            ("1".repeat(10_000).as_str(), words.identity_length),
            ("0010901234AB", words.identity_wrong),
        ] {
            assert_eq!(identity_error(words, typed), Some(message), "{typed}");
        }
        for (typed, message) in [
            ("", words.phone_missing),
            ("0212345678", words.phone_wrong),
            ("một hai ba", words.phone_wrong),
        ] {
            assert_eq!(phone_error(words, typed), Some(message), "{typed}");
        }
    }

    #[test]
    fn validates_name_tax_code_and_position_of_an_organisation() {
        let words = &Language::Vi.words().register().form;
        let long = "a".repeat(201);
        for (typed, message) in [
            ("Công ty TNHH Thử Nghiệm 68 & Con", None),
            ("  ", Some(words.organisation_missing)),
            (long.as_str(), Some(words.organisation_long)),
        ] {
            assert_eq!(organisation_error(words, typed), message, "{typed}");
        }
        for (typed, message) in [
            ("0100109106", None),
            ("0100109106-001", None),
            ("", Some(words.tax_code_missing)),
            ("010010910", Some(words.tax_code_length)),
            ("MST 0100109106", Some(words.tax_code_wrong)),
        ] {
            assert_eq!(tax_code_error(words, typed), message, "{typed}");
        }
        assert_eq!(position_error(words, "Giám đốc"), None);
        assert_eq!(position_error(words, ""), Some(words.position_missing));
        assert_eq!(position_error(words, &long), Some(words.position_long));
    }

    #[test]
    fn accepts_a_code_with_spaces_or_fullwidth_digits() {
        let words = &Language::Vi.words().sign_in().code;
        assert_eq!(code_error(words, " 123 456 "), None);
        assert_eq!(code_error(words, "１２３４５６"), None);
        assert_eq!(code_error(words, ""), Some(words.missing));
        assert_eq!(code_error(words, "12345"), Some(words.malformed));
        assert_eq!(code_error(words, "12345o"), Some(words.not_digits));
    }

    #[test]
    fn counts_the_characters_of_a_password_and_never_trims_it() {
        let words = &Language::Vi.words().sign_in().password;
        assert_eq!(new_password_error(words, "trời xanh"), None);
        assert_eq!(new_password_error(words, ""), Some(words.missing));
        assert_eq!(new_password_error(words, "         "), Some(words.short));
        assert_eq!(new_password_error(words, "ngắn"), Some(words.short));
        assert_eq!(
            new_password_error(words, &"a".repeat(129)),
            Some(words.long)
        );
    }

    #[test]
    fn accepts_a_citizen_id_or_a_phone_as_identifier() {
        let words = &Language::Vi.words().sign_in().form;
        assert_eq!(identifier_error(words, "001090123456"), None);
        assert_eq!(identifier_error(words, "0912 345 678"), None);
        assert_eq!(identifier_error(words, ""), Some(words.identifier_missing));
        assert_eq!(
            identifier_error(words, "12345"),
            Some(words.identifier_wrong)
        );
    }
}
