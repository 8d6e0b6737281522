//! Parses free text, counts, amounts of money, codes and passwords.

use contract::limits::{CODE_DIGITS, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS};

use super::digits::{parse_digits, to_ascii, to_ascii_digit};
use super::error::FormatError;
use super::invisible::is_invisible;
use crate::fold::to_lower_case;

/// Parses text of several lines. Trims it, converts line ends to `\n` and drops invisible characters. The result has at
/// most `max` characters.
pub fn parse_text(text: &str, max: usize) -> Result<String, FormatError> {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\n' | '\t' => clean.push(letter),
            _ if is_joiner(letter) || !is_invisible(letter) => clean.push(letter),
            _ => {}
        }
    }
    check_length(clean.trim(), max)
}

/// Parses text of one line. Works like [`parse_text`], but also replaces line ends and runs of blanks with single
/// spaces.
pub fn parse_one_line_text(text: &str, max: usize) -> Result<String, FormatError> {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() {
            if !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if is_joiner(letter) || !is_invisible(letter) {
            clean.push(letter);
        }
    }
    check_length(clean.trim(), max)
}

/// Whether a character joins the parts of an emoji. If it were dropped, the emoji would become several emojis.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

/// Returns an error if the text is empty or has more than `max` characters.
fn check_length(text: &str, max: usize) -> Result<String, FormatError> {
    if text.chars().all(is_joiner) {
        return Err(FormatError::Empty);
    }
    if text.chars().count() > max {
        return Err(FormatError::TooLong { max });
    }
    Ok(text.to_owned())
}

/// Parses a whole number with at most six digits. Leading zeros are dropped.
pub fn parse_count(text: &str) -> Result<String, FormatError> {
    parse_number(text, 6)
}

/// Parses an amount in đồng with at most 15 digits: «1.000.000 đ», «1,000,000 VND» or plain digits.
pub fn parse_amount(text: &str) -> Result<String, FormatError> {
    let text = to_lower_case(text);
    let text = text.trim();
    let without_unit = ["đồng", "vnđ", "vnd", "đ", "₫"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    // Amounts in đồng have no decimals, so a comma can only separate thousands.
    parse_number(&without_unit.replace(',', "."), 15)
}

/// Parses a whole number with at most `max_digits` digits.
fn parse_number(text: &str, max_digits: usize) -> Result<String, FormatError> {
    // A minus sign or a decimal point must not pass as a separator: «-3» isn't 3, and «1.5» isn't 15.
    if text.chars().any(|letter| to_ascii(letter) == '-') || !is_grouped_by_thousands(text) {
        return Err(FormatError::NotANumber);
    }
    let digits = parse_digits(text).map_err(|error| match error {
        FormatError::Empty => FormatError::Empty,
        _ => FormatError::NotANumber,
    })?;
    let significant = digits.trim_start_matches('0');
    if significant.len() > max_digits {
        return Err(FormatError::TooLong { max: max_digits });
    }
    Ok(if significant.is_empty() {
        "0".to_owned()
    } else {
        significant.to_owned()
    })
}

/// Whether the digits are written without separators, or in groups of three digits.
fn is_grouped_by_thousands(text: &str) -> bool {
    let text = text.trim_matches(|mark: char| to_ascii_digit(mark).is_none());
    let mut groups = text.split(|mark: char| to_ascii_digit(mark).is_none() && !is_invisible(mark));
    let digit_count = |group: &str| group.chars().filter(|c| !is_invisible(*c)).count();
    let first = groups.next().map_or(0, digit_count);
    let mut rest = groups.map(digit_count).peekable();
    rest.peek().is_none() || (first <= 3 && rest.all(|count| count == 3))
}

/// Parses a one-time code of six digits (R4.4). Drops the spaces and dashes that the text message may contain.
pub fn parse_one_time_code(text: &str) -> Result<String, FormatError> {
    let code = parse_digits(text)?;
    if code.len() == CODE_DIGITS {
        Ok(code)
    } else {
        Err(FormatError::WrongDigits { found: code.len() })
    }
}

/// Checks a new password of 8 to 128 characters and returns it exactly as typed. Blanks count as characters, but a
/// password must not consist only of blanks.
pub fn parse_password(text: &str) -> Result<String, FormatError> {
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    if text.chars().any(is_invisible) {
        return Err(FormatError::Invisible);
    }
    let chars = text.chars().count();
    if chars < PASSWORD_MIN_CHARS {
        return Err(FormatError::TooShort {
            min: PASSWORD_MIN_CHARS,
        });
    }
    if chars > PASSWORD_MAX_CHARS {
        return Err(FormatError::TooLong {
            max: PASSWORD_MAX_CHARS,
        });
    }
    Ok(text.to_owned())
}
