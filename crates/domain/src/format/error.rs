//! The reasons why a typed text is not a valid value.

/// Why a typed text is not a valid value. The app has a message for each reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The text is empty or contains only blanks.
    Empty,
    /// The text has too many characters.
    TooLong {
        /// The maximum number of characters.
        max: usize,
    },
    /// The text has too few characters.
    TooShort {
        /// The minimum number of characters.
        min: usize,
    },
    /// The text contains an invisible character: a direction mark, a control character or a zero-width character.
    Invisible,
    /// The text contains a character that is not allowed: a digit or sign in a name, a letter in a number.
    BadCharacters,
    /// The name is in an old font encoding (VNI), or mixes Latin letters with letters of another alphabet that look the
    /// same.
    WrongEncoding,
    /// The name contains no letter.
    NotAName,
    /// The number has the wrong count of digits.
    WrongDigits {
        /// The count of digits that the text has.
        found: usize,
    },
    /// The text is not a Vietnamese mobile phone number.
    NotAPhone,
    /// The text is not an email address.
    NotAnEmail,
    /// The text is not written as a date.
    NotADate,
    /// The calendar has no such day, or the year is outside 1800 to 2199.
    NoSuchDay,
    /// The year of the date has only two digits.
    ShortYear,
    /// The date is after today.
    InFuture,
    /// The text is not a whole number.
    NotANumber,
    /// The code doesn't match the expected pattern.
    NotACode,
    /// The value is not one of the options.
    NotAnOption,
    /// The code of the province or the commune is missing or malformed.
    UnknownPlace,
}
