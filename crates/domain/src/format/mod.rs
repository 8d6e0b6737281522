//! What people type, turned into the one form that travels. Each function takes the text as typed and
//! gives the canonical text or a [`Fault`]; none of them guesses at what was meant.
//!
//! Invisible characters (direction marks, controls, zero-width) are dropped where digits or addresses are read and in
//! free text, and refused in names and passwords, where two texts that look alike must be alike.

mod digits;
mod person_name;
mod identity;
mod phone;
mod email;
mod date;
mod text;
mod display;
mod words;

pub use date::{date, not_after, partial_date};
pub use display::{
    file_size, group_citizen_id, group_phone, mask_citizen_id, mask_date, mask_phone, money,
};
pub use email::email;
pub use identity::{IdWarning, Sex, citizen_id, citizen_id_warnings, identity_number, tax_code};
pub use person_name::person_name;
pub use phone::phone;
pub use text::{
    amount, birth_certificate_code, count, one_line_text, one_time_code, password, plain_text,
    sign_in_identifier,
};
pub use words::date_in_words;

/// What is wrong with a typed text. The words for it belong to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed, or only blanks.
    Empty,
    /// More than `max` characters.
    TooLong {
        /// The most there may be.
        max: usize,
    },
    /// Fewer than `min` characters.
    TooShort {
        /// The fewest there may be.
        min: usize,
    },
    /// A direction mark, a control or a zero-width character where none may be.
    Invisible,
    /// A character that has no place here: a digit or a sign in a name, a letter among digits.
    BadCharacters,
    /// A name without a single letter.
    NotAName,
    /// Digits, but `found` of them where the number has another length.
    WrongDigits {
        /// How many digits there are.
        found: usize,
    },
    /// Not a Vietnamese mobile number.
    NotAPhone,
    /// Not an address for electronic mail.
    NotAnEmail,
    /// Not written as a day.
    NotADate,
    /// Written as a day that the calendar doesn't have, or of a year too far away.
    NoSuchDay,
    /// A day whose year has two digits.
    ShortYear,
    /// A day that has not come yet.
    InFuture,
    /// Not a whole number.
    NotANumber,
    /// Not the pattern of this code.
    NotACode,
    /// None of the choices.
    NotAChoice,
    /// Province or commune is missing or not a code.
    UnknownPlace,
}

/// Direction marks, controls, zero-width and soft hyphen: characters that change a text without being seen.
pub(crate) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{AD}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
        )
}

/// Whether nothing is to be seen of it: blanks, and marks that change a text without being seen.
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || is_invisible(letter))
}

#[cfg(test)]
mod tests;
