//! Answers that break a rule: what the sentences are for. Each says what to do, not what was wrong.

/// Answers that break a rule.
pub struct AnswerErrorWords {
    /// Nothing was answered.
    pub missing: &'static str,
    /// No name was typed.
    pub missing_name: &'static str,
    /// No part of a name was typed.
    pub missing_name_part: &'static str,
    /// Nothing was chosen.
    pub choose: &'static str,
    /// The declaration isn't agreed to.
    pub declare: &'static str,
    /// Signs or digits in a name.
    pub name: &'static str,
    /// Signs or digits in a part of a name.
    pub name_part: &'static str,
    /// Letters in a citizen id.
    pub citizen_id: &'static str,
    /// Before the number of digits found.
    pub citizen_id_digits: &'static str,
    /// Letters in an identity number.
    pub identity_number: &'static str,
    /// Before the number of digits found.
    pub identity_digits: &'static str,
    /// After the number of digits found.
    pub digits: &'static str,
    /// Not a mobile number.
    pub phone: &'static str,
    /// Not an address for electronic mail.
    pub email: &'static str,
    /// Not a day.
    pub date: &'static str,
    /// Not a day, a month or a year.
    pub partial_date: &'static str,
    /// A day that the calendar doesn't have.
    pub no_such_day: &'static str,
    /// A day whose year has two digits.
    pub short_year: &'static str,
    /// A day that hasn't come yet.
    pub in_future: &'static str,
    /// Not a whole number.
    pub number: &'static str,
    /// Before the least.
    pub at_least: &'static str,
    /// Before the most.
    pub at_most: &'static str,
    /// Below the least.
    pub too_small: &'static str,
    /// Above the most.
    pub too_large: &'static str,
    /// Not the code of a birth notice.
    pub birth_certificate_code: &'static str,
    /// Province or commune isn't chosen.
    pub place: &'static str,
    /// Too short.
    pub too_short: &'static str,
    /// Before the most characters there may be.
    pub too_long: &'static str,
    /// After the most characters there may be.
    pub characters: &'static str,
    /// Too long.
    pub too_long_plain: &'static str,
    /// Characters that can't be seen.
    pub invisible: &'static str,
    /// Anything else about a text.
    pub text: &'static str,
    /// Before the questions that can be answered instead, when none is.
    pub any_of: &'static str,
    /// Between two of them.
    pub or: &'static str,
}
