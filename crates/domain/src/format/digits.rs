//! Digits as people type them: grouped by spaces, dots or dashes, full-width from an Asian keyboard,
//! pasted with direction marks around them.

use super::{Fault, is_invisible};

/// The digits alone. Separators and invisible characters go; anything else is refused.
pub(super) fn digits(text: &str) -> Result<String, Fault> {
    let mut found = String::new();
    for letter in text.chars() {
        match ascii_digit(letter) {
            Some(digit) => found.push(digit),
            None if is_separator(letter) => {}
            None => return Err(Fault::BadCharacters),
        }
    }
    if found.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(found)
}

/// An ASCII or full-width digit as ASCII.
pub(super) fn ascii_digit(letter: char) -> Option<char> {
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
