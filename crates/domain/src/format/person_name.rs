//! Parses names of people and organisations. Real names can consist of one word or contain an apostrophe («H'Hen Niê»).
//! Upper and lower case stay as typed.

use contract::limits::NAME_CHARS;

use super::error::FormatError;
use super::invisible::is_invisible;
use super::name_letters::{MAX_MARKS, is_look_alike, is_stray_letter, is_vni_text, mend_letter};
use super::text::parse_one_line_text;
use crate::fold::is_combining;

/// Parses a name: trims it, reduces blanks to single spaces, converts apostrophes and hyphens to ASCII and full-width
/// letters to ordinary ones.
///
/// Letters of any script, spaces, `'`, `-` and `.` are allowed, at most [`NAME_CHARS`] characters. Invisible characters
/// are refused, not dropped, because dropping one could join two words. Letters of an old font encoding (VNI), and
/// letters of another alphabet among Latin ones, are refused because nobody could find the name again.
pub fn parse_person_name(text: &str) -> Result<String, FormatError> {
    let mut name = String::with_capacity(text.len().min(4 * NAME_CHARS));
    let mut char_count = 0_usize;
    let mut after_blank = false;
    let mut has_letter = false;
    let mut marks = 0_usize;
    for letter in text.chars() {
        if letter.is_whitespace() {
            after_blank = char_count > 0;
            continue;
        }
        let letter = mend_letter(letter);
        if is_invisible(letter) {
            return Err(FormatError::Invisible);
        }
        let is_mark = is_combining(letter) && has_letter && !after_blank;
        marks = if is_mark { marks + 1 } else { 0 };
        let is_letter = letter.is_alphabetic() && !is_stray_letter(letter);
        if !(is_letter || is_mark || matches!(letter, '\'' | '-' | '.')) || marks > MAX_MARKS {
            return Err(FormatError::BadCharacters);
        }
        if after_blank {
            name.push(' ');
            char_count += 1;
            after_blank = false;
        }
        has_letter |= is_letter;
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
    refuse_confusing_letters(name)
}

/// Parses the name of an organisation of at most `max` characters. Digits and signs are allowed; for the rest, the rules
/// of a person's name apply.
pub fn parse_organisation_name(text: &str, max: usize) -> Result<String, FormatError> {
    let mended: String = text.chars().map(mend_letter).collect();
    let name = parse_one_line_text(&mended, max)?;
    let mut marks = 0_usize;
    for letter in name.chars() {
        marks = if is_combining(letter) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            return Err(FormatError::BadCharacters);
        }
    }
    if !name.chars().any(char::is_alphabetic) {
        return Err(FormatError::NotAName);
    }
    refuse_confusing_letters(name)
}

fn refuse_confusing_letters(name: String) -> Result<String, FormatError> {
    let is_latin = |letter: char| letter.is_alphabetic() && letter < '\u{250}';
    let has_look_alike = name.chars().any(is_latin) && name.chars().any(is_look_alike);
    if has_look_alike || is_vni_text(&name) {
        return Err(FormatError::WrongEncoding);
    }
    Ok(name)
}
