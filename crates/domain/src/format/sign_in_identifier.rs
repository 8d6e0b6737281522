//! Parses the number by which a citizen signs in or looks up a dossier (R4.3): a phone number or an identity number.

use super::digits::{parse_digits, to_ascii};
use super::error::FormatError;
use super::invisible::is_invisible;
use super::phone::parse_phone;

/// A number that identifies a citizen. The same digits can be both kinds of number: `912345678` is an identity number
/// of an old card, or a phone number without its `0`. Whoever searches for the citizen must try both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInIdentifier {
    identity_number: Option<String>,
    phone: Option<String>,
}

impl SignInIdentifier {
    /// What the number can mean, in canonical form: one text, or two different ones.
    pub fn meanings(&self) -> impl Iterator<Item = &str> {
        [&self.identity_number, &self.phone]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }

    /// The text that a request contains: 9 to 12 digits. It still has both meanings if the typed number had.
    pub fn into_request_text(self) -> String {
        self.identity_number.or(self.phone).unwrap_or_default()
    }
}

/// Parses an identifier for signing in: a phone number, or an identity number of 9 or 12 digits.
pub fn parse_sign_in_identifier(text: &str) -> Result<SignInIdentifier, FormatError> {
    let first = text
        .chars()
        .find(|letter| !letter.is_whitespace() && !is_invisible(*letter))
        .map(to_ascii);
    // A plus sign or a bracket begins only phone numbers.
    let identity_number = match first {
        Some('+' | '(') => None,
        _ => Some(parse_digits(text)?).filter(|digits| matches!(digits.len(), 9 | 12)),
    };
    let phone = parse_phone(text);
    if identity_number.is_none() {
        phone.clone()?;
    }
    Ok(SignInIdentifier {
        identity_number,
        phone: phone.ok(),
    })
}
