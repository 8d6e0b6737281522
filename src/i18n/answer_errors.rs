//! Error messages of answers in a form. Each message says what the citizen should enter.

/// Error messages of answers, one for each rule.
pub struct AnswerErrorWords {
    /// A required question has no answer.
    pub missing: &'static str,
    /// A required full name is empty.
    pub missing_name: &'static str,
    /// A required part of a name is empty.
    pub missing_name_part: &'static str,
    /// No option is chosen.
    pub choose: &'static str,
    /// The box of a declaration isn't ticked.
    pub declare: &'static str,
    /// A full name contains digits or symbols.
    pub name: &'static str,
    /// A part of a name contains digits or symbols.
    pub name_part: &'static str,
    /// A citizen id contains characters other than digits.
    pub citizen_id: &'static str,
    /// A citizen id has the wrong length. The number of digits entered follows.
    pub citizen_id_digits: &'static str,
    /// An identity number contains characters other than digits.
    pub identity_number: &'static str,
    /// An identity number has the wrong length. The number of digits entered follows.
    pub identity_digits: &'static str,
    /// Unit after the number of digits entered.
    pub digits: &'static str,
    /// The text isn't a mobile number.
    pub phone: &'static str,
    /// The text isn't an e-mail address.
    pub email: &'static str,
    /// The text isn't a date.
    pub date: &'static str,
    /// The text is neither a date nor a month with a year nor a year.
    pub partial_date: &'static str,
    /// The calendar has no such day.
    pub no_such_day: &'static str,
    /// The year has only two digits.
    pub short_year: &'static str,
    /// The date is in the future.
    pub in_future: &'static str,
    /// The text isn't a whole number.
    pub number: &'static str,
    /// The number is below the minimum. The minimum follows.
    pub at_least: &'static str,
    /// The number is above the maximum. The maximum follows.
    pub at_most: &'static str,
    /// The number is too small. Used where the message can't contain the minimum.
    pub too_small: &'static str,
    /// The number is too large. Used where the message can't contain the maximum.
    pub too_large: &'static str,
    /// The text isn't the code of a birth notice.
    pub birth_certificate_code: &'static str,
    /// Province or commune isn't chosen.
    pub place: &'static str,
    /// The text is too short.
    pub too_short: &'static str,
    /// The text is too long. The maximum number of characters follows.
    pub too_long: &'static str,
    /// Unit after the maximum number of characters.
    pub characters: &'static str,
    /// The text is too long, and the maximum isn't known.
    pub too_long_plain: &'static str,
    /// The text contains invisible characters.
    pub invisible: &'static str,
    /// The text breaks a rule that has no message of its own.
    pub text: &'static str,
    /// At least one of several questions needs an answer. The labels of the questions follow.
    pub any_of: &'static str,
    /// Separator between those labels.
    pub or: &'static str,
}
