//! Free text, counts, sums, codes and passwords.

use contract::limits::{CODE_DIGITS, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS};

use super::digits::{ascii_digit, digits};
use super::{Fault, is_invisible, phone};
use crate::fold::lower_case;

/// Text of several lines, trimmed, line ends as `\n`, invisible characters dropped, at most `max` characters.
pub fn plain_text(text: &str, max: usize) -> Result<String, Fault> {
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
    bounded(clean.trim(), max)
}

/// Text of one line: as [`plain_text`], with every run of blanks as one space.
pub fn one_line_text(text: &str, max: usize) -> Result<String, Fault> {
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
    bounded(clean.trim(), max)
}

/// Emoji of several parts fall apart without them.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

fn bounded(text: &str, max: usize) -> Result<String, Fault> {
    if text.chars().all(is_joiner) {
        return Err(Fault::Empty);
    }
    if text.chars().count() > max {
        return Err(Fault::TooLong { max });
    }
    Ok(text.to_owned())
}

/// A whole number of up to six digits, without leading zeros.
pub fn count(text: &str) -> Result<String, Fault> {
    number(text, 6)
}

/// A sum in đồng of up to 15 digits, from «1.000.000 đ», «1,000,000 VND» or plain digits.
pub fn amount(text: &str) -> Result<String, Fault> {
    let text = lower_case(text);
    let text = text.trim();
    let bare = ["đồng", "vnđ", "vnd", "đ", "₫"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    // There are no parts of a đồng: a comma is as good a mark between thousands as a dot.
    number(&bare.replace(',', "."), 15)
}

fn number(text: &str, max: usize) -> Result<String, Fault> {
    // A minus sign must not pass as a separator here: «-3» isn't three. Neither is «1.5» fifteen.
    if text.contains(['-', '\u{2212}']) || !in_thousands(text) {
        return Err(Fault::NotANumber);
    }
    let digits = digits(text).map_err(|fault| match fault {
        Fault::Empty => Fault::Empty,
        _ => Fault::NotANumber,
    })?;
    let short = digits.trim_start_matches('0');
    if short.len() > max {
        return Err(Fault::TooLong { max });
    }
    Ok(if short.is_empty() {
        "0".to_owned()
    } else {
        short.to_owned()
    })
}

/// Whether the digits stand together, or in groups of three with marks between.
fn in_thousands(text: &str) -> bool {
    let text = text.trim_matches(|mark: char| ascii_digit(mark).is_none());
    let mut groups = text.split(|mark: char| ascii_digit(mark).is_none() && !is_invisible(mark));
    let digits = |group: &str| group.chars().filter(|c| !is_invisible(*c)).count();
    let first = groups.next().map_or(0, digits);
    let mut rest = groups.map(digits).peekable();
    rest.peek().is_none() || (first <= 3 && rest.all(|count| count == 3))
}

/// Six digits (R4.4); spaces and dashes from the message may stand between.
pub fn one_time_code(text: &str) -> Result<String, Fault> {
    let code = digits(text)?;
    if code.len() == CODE_DIGITS {
        Ok(code)
    } else {
        Err(Fault::WrongDigits { found: code.len() })
    }
}

/// What a citizen signs in with (R4.3): a phone in national form, or 9 or 12 digits of an id.
pub fn sign_in_identifier(text: &str) -> Result<String, Fault> {
    let international = text.trim_start().starts_with(['+', '＋', '(']);
    if !international {
        let id = digits(text)?;
        // Twelve digits are an id even when they begin with 84.
        if matches!(id.len(), 9 | 12) {
            return Ok(id);
        }
    }
    phone(text)
}

/// The 18 characters of a birth notice (giấy chứng sinh, TT 22/2025/TT-BYT): `XXXXX.GCS.ZZZZZ.YY`.
pub fn birth_certificate_code(text: &str) -> Result<String, Fault> {
    let code: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !is_invisible(*letter))
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    if code.is_empty() {
        return Err(Fault::Empty);
    }
    let parts: Vec<&str> = code.split('.').collect();
    let [place, "GCS", number, year] = parts.as_slice() else {
        return Err(Fault::NotACode);
    };
    let sound = |part: &str| {
        part.len() == 5
            && part
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    let year_sound = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    if sound(place) && sound(number) && year_sound {
        Ok(code)
    } else {
        Err(Fault::NotACode)
    }
}

/// A new password, exactly as typed: 8 to 128 characters, blanks included but not blanks alone.
pub fn password(text: &str) -> Result<String, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    if text.chars().any(is_invisible) {
        return Err(Fault::Invisible);
    }
    let chars = text.chars().count();
    if chars < PASSWORD_MIN_CHARS {
        return Err(Fault::TooShort {
            min: PASSWORD_MIN_CHARS,
        });
    }
    if chars > PASSWORD_MAX_CHARS {
        return Err(Fault::TooLong {
            max: PASSWORD_MAX_CHARS,
        });
    }
    Ok(text.to_owned())
}
