//! Error messages for wrong or missing answers in a form. Each message says what the citizen should enter.

/// Error messages for wrong or missing answers. The comment of each field describes the error.
pub struct AnswerErrorWords {
    /// A required question has no answer.
    pub missing: &'static str,
    /// A required full name is empty.
    pub missing_name: &'static str,
    /// A required part of a name is empty.
    pub missing_name_part: &'static str,
    /// No option is selected in a question that offers several options.
    pub choose: &'static str,
    /// The tick box that confirms a statement isn't ticked.
    pub declare: &'static str,
    /// A full name contains digits or symbols.
    pub name: &'static str,
    /// A part of a name contains digits or symbols.
    pub name_part: &'static str,
    /// A citizen id contains characters other than digits.
    pub citizen_id: &'static str,
    /// A citizen id has the wrong number of digits. The number of digits that the citizen entered follows.
    pub citizen_id_digits: &'static str,
    /// An identity number contains characters other than digits.
    pub identity_number: &'static str,
    /// An identity number has the wrong number of digits. The number of digits that the citizen entered follows.
    pub identity_digits: &'static str,
    /// The word «digits» after the number of digits that the citizen entered.
    pub digits: &'static str,
    /// The typed text isn't a mobile number.
    pub phone: &'static str,
    /// The typed text isn't an e-mail address.
    pub email: &'static str,
    /// The typed text isn't a date.
    pub date: &'static str,
    /// The typed text is none of these: a full date, a month with a year, a year.
    pub partial_date: &'static str,
    /// The typed date doesn't exist in the calendar, for example 31/02.
    pub no_such_day: &'static str,
    /// The year of the typed date has only two digits.
    pub short_year: &'static str,
    /// The date is in the future.
    pub in_future: &'static str,
    /// The typed text isn't a whole number.
    pub number: &'static str,
    /// The number is below the minimum. The minimum follows.
    pub at_least: &'static str,
    /// The number is above the maximum. The maximum follows.
    pub at_most: &'static str,
    /// The number is below the minimum. Used when the message can't show the minimum.
    pub too_small: &'static str,
    /// The number is above the maximum. Used when the message can't show the maximum.
    pub too_large: &'static str,
    /// The typed text isn't the code of a birth notice.
    pub birth_certificate_code: &'static str,
    /// The province or the commune of a place isn't selected.
    pub place: &'static str,
    /// The typed text is too short.
    pub too_short: &'static str,
    /// The typed text is too long. The maximum number of characters follows.
    pub too_long: &'static str,
    /// The word «characters» after the maximum number of characters.
    pub characters: &'static str,
    /// The typed text is too long. Used when the app doesn't know the maximum number of characters.
    pub too_long_plain: &'static str,
    /// A name is in an old font encoding, or contains letters of another alphabet.
    pub wrong_encoding: &'static str,
    /// The typed text contains invisible characters.
    pub invisible: &'static str,
    /// The typed text breaks a rule for which there is no other error message.
    pub text: &'static str,
    /// At least one of several questions needs an answer. The labels of the questions follow.
    pub any_of: &'static str,
    /// Separator between the labels that follow `any_of`.
    pub or: &'static str,
}
