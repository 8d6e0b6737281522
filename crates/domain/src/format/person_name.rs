//! Parses names of people. Real names can consist of one word or contain an apostrophe («H'Hen Niê»). Upper and lower
//! case stay as typed.

use contract::limits::NAME_CHARS;

use super::error::FormatError;
use super::invisible::is_invisible;
use crate::fold::is_combining;

/// Parses a name: trims it, reduces blanks to single spaces, and converts apostrophes and hyphens to ASCII.
///
/// Letters of any script, spaces, `'`, `-` and `.` are allowed, at most [`NAME_CHARS`] characters. Invisible characters
/// are refused, not dropped, because dropping one could join two words.
pub fn parse_person_name(text: &str) -> Result<String, FormatError> {
    let mut name = String::with_capacity(text.len().min(4 * NAME_CHARS));
    let mut char_count = 0_usize;
    let mut after_blank = false;
    let mut has_letter = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            after_blank = char_count > 0;
            continue;
        }
        let letter = match letter {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '\u{2010}'..='\u{2015}' => '-',
            other => other,
        };
        if is_invisible(letter) {
            return Err(FormatError::Invisible);
        }
        let is_mark = is_combining(letter) && has_letter && !after_blank;
        if !(letter.is_alphabetic() || is_mark || matches!(letter, '\'' | '-' | '.')) {
            return Err(FormatError::BadCharacters);
        }
        if after_blank {
            name.push(' ');
            char_count += 1;
            after_blank = false;
        }
        has_letter |= letter.is_alphabetic();
        name.push(letter);
        char_count += 1;
    }
    if name.is_empty() {
        return Err(FormatError::Empty);
    }
    if char_count > NAME_CHARS {
        return Err(FormatError::TooLong { max: NAME_CHARS });
    }
    if !has_letter {
        return Err(FormatError::NotAName);
    }
    Ok(name)
}
