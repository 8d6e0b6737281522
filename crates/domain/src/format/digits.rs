//! Parses typed digits. They may be grouped by spaces, dots or dashes, be full-width digits from an Asian keyboard, be
//! copied out of a sentence with its punctuation, or be pasted with invisible direction marks around them.

use super::error::FormatError;
use super::invisible::is_invisible;

/// The digits of a text. Separators, invisible characters and the punctuation around the number are dropped. Any other
/// character is an error.
pub(super) fn parse_digits(text: &str) -> Result<String, FormatError> {
    let is_around = |letter: char| {
        letter.is_whitespace() || is_invisible(letter) || is_sentence_mark(to_ascii(letter))
    };
    let mut found = String::new();
    for letter in text.trim_matches(is_around).chars() {
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
    Some(to_ascii(letter)).filter(char::is_ascii_digit)
}

/// Replaces a full-width character, a long or non-breaking dash, and a dot of another script by the ASCII character
/// that looks the same. Returns any other character unchanged.
pub(super) fn to_ascii(letter: char) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{2024}' | '\u{3002}' | '\u{FF61}' => '.',
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a character is punctuation that stands around a number or code when it is copied out of a sentence.
pub(super) fn is_sentence_mark(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '«' | '»' | '“' | '”' | '‘' | '’'
    )
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter) || matches!(to_ascii(letter), '.' | '-')
}
