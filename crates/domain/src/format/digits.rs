//! Parses typed digits. They may be grouped by spaces, dots or dashes, be full-width digits from an Asian keyboard, or
//! be pasted with invisible direction marks around them.

use super::error::FormatError;
use super::invisible::is_invisible;

/// The digits of a text. Separators and invisible characters are dropped. Any other character is an error.
pub(super) fn parse_digits(text: &str) -> Result<String, FormatError> {
    let mut found = String::new();
    for letter in text.chars() {
        match to_ascii_digit(letter) {
            Some(digit) => found.push(digit),
            None if is_separator(letter) => {}
            None => return Err(FormatError::BadCharacters),
        }
    }
    if found.is_empty() {
        return Err(FormatError::Empty);
    }
    Ok(found)
}

/// Converts an ASCII or full-width digit to ASCII. `None` for any other character.
pub(super) fn to_ascii_digit(letter: char) -> Option<char> {
    match letter {
        '0'..='9' => Some(letter),
        '０'..='９' => char::from_digit(u32::from(letter) - u32::from('０'), 10),
        _ => None,
    }
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || is_invisible(letter)
        || matches!(letter, '.' | '-' | '\u{2010}'..='\u{2015}' | '．' | '－')
}
