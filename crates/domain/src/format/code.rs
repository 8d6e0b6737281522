//! Parses codes that offices print on paper. People copy them out of sentences, messages and scans, so the dashes, dots
//! and digits may be other characters that look the same.

use contract::limits::LOOKUP_CODE_CHARS;

use super::digits::{is_sentence_mark, to_ascii};
use super::error::FormatError;
use super::invisible::is_invisible;

/// Parses a dossier code such as `H50.19.624-261122-0001` and returns it in the form in which receipts print it.
///
/// Other backends may number their dossiers in another way. So the code only has to consist of groups of letters and
/// digits that are joined by single dots, dashes, slashes or underscores, with at least one digit in it. A number
/// without any letter or joint is no code: it is a phone or identity number in the wrong field.
pub fn parse_dossier_code(text: &str) -> Result<String, FormatError> {
    let code = clean_code(text)?;
    if code.len() > LOOKUP_CODE_CHARS {
        return Err(FormatError::TooLong {
            max: LOOKUP_CODE_CHARS,
        });
    }
    let has_digit = code.bytes().any(|byte| byte.is_ascii_digit());
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    let is_group =
        |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if has_digit && !is_number && code.split(['.', '-', '/', '_']).all(is_group) {
        Ok(code)
    } else {
        Err(FormatError::NotACode)
    }
}

/// Parses the code of a birth notice (giấy chứng sinh, TT 22/2025/TT-BYT). It has 18 characters: `XXXXX.GCS.ZZZZZ.YY`.
pub fn parse_birth_certificate_code(text: &str) -> Result<String, FormatError> {
    let code = clean_code(text)?;
    let parts: Vec<&str> = code.split('.').collect();
    let [place, "GCS", number, year] = parts.as_slice() else {
        return Err(FormatError::NotACode);
    };
    let is_valid = |part: &str| {
        part.len() == 5
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    let is_valid_year = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    if is_valid(place) && is_valid(number) && is_valid_year {
        Ok(code)
    } else {
        Err(FormatError::NotACode)
    }
}

/// Drops blanks, invisible characters, and the punctuation of a sentence around a code. Replaces full-width characters
/// and long dashes by their ASCII forms, and small letters by capital ones.
fn clean_code(text: &str) -> Result<String, FormatError> {
    let clean: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !is_invisible(*letter))
        .map(|letter| to_ascii(letter).to_ascii_uppercase())
        .collect();
    let is_around = |letter: char| is_sentence_mark(letter) || "().-/_".contains(letter);
    let code = clean.trim_matches(is_around);
    if code.is_empty() {
        return Err(FormatError::Empty);
    }
    Ok(code.to_owned())
}
