//! Why a typed text is no valid value.

/// Why a typed text is no valid value. The messages for it belong to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// Nothing but blanks.
    Empty,
    /// Too many characters.
    TooLong {
        /// The maximum number of characters.
        max: usize,
    },
    /// Too few characters.
    TooShort {
        /// The minimum number of characters.
        min: usize,
    },
    /// An invisible character: a direction mark, a control character or a zero-width character.
    Invisible,
    /// A character that is not allowed: a digit or sign in a name, a letter in a number.
    BadCharacters,
    /// A name without a letter.
    NotAName,
    /// A number with the wrong count of digits.
    WrongDigits {
        /// The count of digits that was found.
        found: usize,
    },
    /// Not a Vietnamese mobile number.
    NotAPhone,
    /// Not an email address.
    NotAnEmail,
    /// Not written as a date.
    NotADate,
    /// A day that the calendar doesn't have, or a year outside 1800 to 2199.
    NoSuchDay,
    /// A date with a year of two digits.
    ShortYear,
    /// A date after today.
    InFuture,
    /// Not a whole number.
    NotANumber,
    /// Not a code of the expected pattern.
    NotACode,
    /// None of the options.
    NotAnOption,
    /// The province or the commune is missing or not a code.
    UnknownPlace,
}
