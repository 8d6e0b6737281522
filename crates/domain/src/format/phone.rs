//! Parses Vietnamese mobile phone numbers. The national form is `0` and nine digits. The number doesn't show the
//! operator, because a citizen can keep it when changing the operator.

use super::digits::{parse_digits, to_ascii};
use super::error::FormatError;

/// Number of digits after the leading `0` or the country code.
const SUBSCRIBER_DIGITS: usize = 9;

/// Parses a mobile phone number and returns it as `0xxxxxxxxx`. The typed number may begin with `0`, `84`, `+84` or
/// `0084`, and contain spaces, dots, dashes or brackets. The leading `0` may be missing, because spreadsheets drop it.
pub fn parse_phone(text: &str) -> Result<String, FormatError> {
    // People also write «+84 (0)912…». The plus sign and the brackets can be dropped, because the digits alone are
    // unambiguous.
    let without_signs: String = text
        .chars()
        .filter(|letter| !matches!(to_ascii(*letter), '+' | '(' | ')'))
        .collect();
    let digits = parse_digits(&without_signs)?;
    let rest = if digits.len() == SUBSCRIBER_DIGITS && !digits.starts_with('0') {
        digits.as_str()
    } else {
        digits
            .strip_prefix("0084")
            .or_else(|| digits.strip_prefix("84"))
            .map(|rest| rest.strip_prefix('0').unwrap_or(rest))
            .or_else(|| digits.strip_prefix('0'))
            .ok_or(FormatError::NotAPhone)?
    };
    if rest.len() != SUBSCRIBER_DIGITS {
        return Err(FormatError::WrongDigits {
            found: rest.len() + 1,
        });
    }
    if !rest.starts_with(['3', '5', '7', '8', '9']) {
        return Err(FormatError::NotAPhone);
    }
    Ok(["0", rest].concat())
}
