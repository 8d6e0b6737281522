//! Parses Vietnamese mobile phone numbers. The national form is `0` and nine digits. The number doesn't show the
//! operator, because a citizen can keep it when changing the operator.

use super::digits::parse_digits;
use super::error::FormatError;

/// Parses a mobile phone number and returns it as `0xxxxxxxxx`. The typed number may begin with `0`, `84`, `+84` or
/// `0084`, and contain spaces, dots, dashes or brackets.
pub fn parse_phone(text: &str) -> Result<String, FormatError> {
    // People also write «+84 (0)912…». The plus sign and the brackets can be dropped, because the digits alone are
    // unambiguous.
    let without_signs: String = text
        .chars()
        .filter(|c| !matches!(c, '+' | '＋' | '(' | ')'))
        .collect();
    let digits = parse_digits(&without_signs)?;
    let rest = digits
        .strip_prefix("0084")
        .or_else(|| digits.strip_prefix("84"))
        .map(|rest| rest.strip_prefix('0').unwrap_or(rest))
        .or_else(|| digits.strip_prefix('0'))
        .ok_or(FormatError::NotAPhone)?;
    if rest.len() != 9 {
        return Err(FormatError::WrongDigits {
            found: rest.len() + 1,
        });
    }
    if !rest.starts_with(['3', '5', '7', '8', '9']) {
        return Err(FormatError::NotAPhone);
    }
    let mut number = String::with_capacity(10);
    number.push('0');
    number.push_str(rest);
    Ok(number)
}
