//! Vietnamese mobile numbers in national form: `0` and nine digits. Numbers can be ported, so nothing
//! here may name an operator.

use super::Fault;
use super::digits::digits;

/// `0xxxxxxxxx`, from a number typed with `0`, `84`, `+84` or `0084`, spaces, dots, dashes or brackets.
pub fn phone(text: &str) -> Result<String, Fault> {
    // People write «+84 (0)912…»; the plus and the brackets carry nothing that the digits don't.
    let bare: String = text
        .chars()
        .filter(|c| !matches!(c, '+' | '＋' | '(' | ')'))
        .collect();
    let digits = digits(&bare)?;
    let rest = digits
        .strip_prefix("0084")
        .or_else(|| digits.strip_prefix("84"))
        .map(|rest| rest.strip_prefix('0').unwrap_or(rest))
        .or_else(|| digits.strip_prefix('0'))
        .ok_or(Fault::NotAPhone)?;
    if rest.len() != 9 {
        return Err(Fault::WrongDigits {
            found: rest.len() + 1,
        });
    }
    if !rest.starts_with(['3', '5', '7', '8', '9']) {
        return Err(Fault::NotAPhone);
    }
    let mut number = String::with_capacity(10);
    number.push('0');
    number.push_str(rest);
    Ok(number)
}
