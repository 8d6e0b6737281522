//! A person's name, kept as typed but for blanks. Names of one word and names with an apostrophe
//! («H'Hen Niê») are real; case is the citizen's own.

use contract::limits::NAME_CHARS;

use super::{Fault, is_invisible};
use crate::fold::is_combining;

/// The name trimmed, single-spaced, with plain apostrophes and hyphens; at most [`NAME_CHARS`] characters.
///
/// Letters of any script, spaces, `'`, `-` and `.` may stand in it. Invisible characters are refused
/// rather than dropped, since a dropped one could join two words.
pub fn person_name(text: &str) -> Result<String, Fault> {
    let mut name = String::with_capacity(text.len().min(4 * NAME_CHARS));
    let mut chars = 0_usize;
    let mut gap = false;
    let mut has_letter = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            gap = chars > 0;
            continue;
        }
        let letter = match letter {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '\u{2010}'..='\u{2015}' => '-',
            other => other,
        };
        if is_invisible(letter) {
            return Err(Fault::Invisible);
        }
        let mark = is_combining(letter) && has_letter && !gap;
        if !(letter.is_alphabetic() || mark || matches!(letter, '\'' | '-' | '.')) {
            return Err(Fault::BadCharacters);
        }
        if gap {
            name.push(' ');
            chars += 1;
            gap = false;
        }
        has_letter |= letter.is_alphabetic();
        name.push(letter);
        chars += 1;
    }
    if name.is_empty() {
        return Err(Fault::Empty);
    }
    if chars > NAME_CHARS {
        return Err(Fault::TooLong { max: NAME_CHARS });
    }
    if !has_letter {
        return Err(Fault::NotAName);
    }
    Ok(name)
}
