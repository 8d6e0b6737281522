//! Parses typed dates. For old birth dates, only the year or only the month and the year may be known.
//!
//! A two-digit year is refused, because it is ambiguous: 26 can mean 1926 or 2026.

use super::digits::to_ascii_digit;
use super::error::FormatError;
use super::invisible::is_invisible;
use crate::calendar::Date;

/// Parses a date and returns it as `dd/mm/yyyy`.
///
/// Accepts d/m/yyyy with `/`, `-`, `.` or blanks as separators, ddmmyyyy, and yyyy-mm-dd, which date pickers produce.
pub fn parse_date(text: &str) -> Result<String, FormatError> {
    let parts = digit_groups(text)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => canonical_date(day, month, year),
        [day, month, year] => canonical_date(day, month, year),
        [run] if run.len() == 8 => {
            let (day, rest) = run.split_at(2);
            let (month, year) = rest.split_at(2);
            canonical_date(day, month, year)
        }
        _ => Err(FormatError::NotADate),
    }
}

/// Parses a date, a month with its year, or a year. Returns `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
pub fn parse_partial_date(text: &str) -> Result<String, FormatError> {
    let parts = digit_groups(text)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (day, month, year) = match parts.as_slice() {
        [year] if year.len() == 4 => (None, None, *year),
        [run] if run.len() == 6 => {
            let (month, year) = run.split_at(2);
            (None, Some(month), year)
        }
        [year, month] if year.len() == 4 => (None, Some(*month), *year),
        [month, year] => (None, Some(*month), *year),
        _ => return parse_date(text),
    };
    let whole = canonical_date(day.unwrap_or("1"), month.unwrap_or("1"), year)?;
    // Cut off the day, or the day and the month, that were only added to parse the date: `01/` or `01/01/`.
    let unknown_chars = if month.is_some() { 3 } else { 6 };
    Ok(whole.chars().skip(unknown_chars).collect())
}

/// Refuses a canonical date or partial date that begins after `today`.
///
/// # Errors
/// [`FormatError::InFuture`] if the date begins after `today`.
pub fn refuse_future_date(text: &str, today: Date) -> Result<(), FormatError> {
    let mut numbers = text
        .rsplit('/')
        .map(|part| part.parse::<u16>().unwrap_or(0));
    // Year, month, day. If a partial date lacks the month or the day, the missing number is 0, which is before any
    // month or day.
    let date = (
        numbers.next().unwrap_or(0),
        numbers.next().unwrap_or(0),
        numbers.next().unwrap_or(0),
    );
    if date
        > (
            today.year(),
            u16::from(today.month()),
            u16::from(today.day()),
        )
    {
        return Err(FormatError::InFuture);
    }
    Ok(())
}

/// The groups of digits between separators. A text with more than three groups is refused at once, so that a long
/// pasted text takes no time.
fn digit_groups(text: &str) -> Result<Vec<String>, FormatError> {
    let mut groups: Vec<String> = Vec::new();
    let mut in_group = false;
    for letter in text.chars() {
        if let Some(digit) = to_ascii_digit(letter) {
            if !in_group {
                groups.push(String::new());
                in_group = true;
            }
            if let Some(group) = groups.last_mut() {
                group.push(digit);
            }
        } else if letter.is_whitespace()
            || matches!(
                letter,
                '/' | '-' | '.' | '\u{2010}'..='\u{2015}' | '／' | '－' | '．'
            )
        {
            in_group = false;
        } else if !is_invisible(letter) {
            return Err(FormatError::NotADate);
        }
        if groups.len() > 3 {
            return Err(FormatError::NotADate);
        }
    }
    if groups.is_empty() {
        return Err(if text.trim().is_empty() {
            FormatError::Empty
        } else {
            FormatError::NotADate
        });
    }
    Ok(groups)
}

/// Combines a day, a month and a year into a date `dd/mm/yyyy`.
fn canonical_date(day: &str, month: &str, year: &str) -> Result<String, FormatError> {
    match (day.len(), month.len(), year.len()) {
        (1 | 2, 1 | 2, 4) => {}
        (1 | 2, 1 | 2, 2) => return Err(FormatError::ShortYear),
        _ => return Err(FormatError::NotADate),
    }
    let number = |text: &str| text.parse::<u16>().map_err(|_| FormatError::NotADate);
    let small_number = |text: &str| text.parse::<u8>().map_err(|_| FormatError::NotADate);
    Date::new(number(year)?, small_number(month)?, small_number(day)?)
        .map(Date::to_vietnamese)
        .ok_or(FormatError::NoSuchDay)
}
