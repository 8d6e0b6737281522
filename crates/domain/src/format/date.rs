//! Days as people type them, and days of which only the year or the month is known (old birth dates).
//! A two-digit year is refused: nobody can tell 1926 from 2026 in it.

use super::digits::ascii_digit;
use super::{Fault, is_invisible};
use crate::calendar::Date;

/// `dd/mm/yyyy`, from d/m/yyyy with `/`, `-`, `.` or blanks between, ddmmyyyy, or yyyy-mm-dd as pickers give it.
pub fn date(text: &str) -> Result<String, Fault> {
    let parts = parts(text)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => whole(day, month, year),
        [day, month, year] => whole(day, month, year),
        [run] if run.len() == 8 => {
            let (day, rest) = run.split_at(2);
            let (month, year) = rest.split_at(2);
            whole(day, month, year)
        }
        _ => Err(Fault::NotADate),
    }
}

/// `yyyy`, `mm/yyyy` or `dd/mm/yyyy`.
pub fn partial_date(text: &str) -> Result<String, Fault> {
    let parts = parts(text)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (day, month, year) = match parts.as_slice() {
        [year] if year.len() == 4 => (None, None, *year),
        [run] if run.len() == 6 => {
            let (month, year) = run.split_at(2);
            (None, Some(month), year)
        }
        [year, month] if year.len() == 4 => (None, Some(*month), *year),
        [month, year] => (None, Some(*month), *year),
        _ => return date(text),
    };
    let whole = whole(day.unwrap_or("1"), month.unwrap_or("1"), year)?;
    let known = if month.is_some() { 3 } else { 6 };
    Ok(whole.chars().skip(known).collect())
}

/// Refuses a canonical date or partial date that begins after `today`.
pub fn not_after(text: &str, today: Date) -> Result<(), Fault> {
    let mut back = text
        .rsplit('/')
        .map(|part| part.parse::<u16>().unwrap_or(0));
    let begins = (
        back.next().unwrap_or(0),
        back.next().unwrap_or(0),
        back.next().unwrap_or(0),
    );
    if begins
        > (
            today.year(),
            u16::from(today.month()),
            u16::from(today.day()),
        )
    {
        return Err(Fault::InFuture);
    }
    Ok(())
}

/// The runs of digits between separators; no more than four, so that a long paste costs nothing.
fn parts(text: &str) -> Result<Vec<String>, Fault> {
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for letter in text.chars() {
        if let Some(digit) = ascii_digit(letter) {
            if !open {
                parts.push(String::new());
                open = true;
            }
            if let Some(part) = parts.last_mut() {
                part.push(digit);
            }
        } else if letter.is_whitespace()
            || matches!(
                letter,
                '/' | '-' | '.' | '\u{2010}'..='\u{2015}' | '／' | '－' | '．'
            )
        {
            open = false;
        } else if !is_invisible(letter) {
            return Err(Fault::NotADate);
        }
        if parts.len() > 3 {
            return Err(Fault::NotADate);
        }
    }
    if parts.is_empty() {
        return Err(if text.trim().is_empty() {
            Fault::Empty
        } else {
            Fault::NotADate
        });
    }
    Ok(parts)
}

fn whole(day: &str, month: &str, year: &str) -> Result<String, Fault> {
    match (day.len(), month.len(), year.len()) {
        (1 | 2, 1 | 2, 4) => {}
        (1 | 2, 1 | 2, 2) => return Err(Fault::ShortYear),
        _ => return Err(Fault::NotADate),
    }
    let number = |text: &str| text.parse::<u16>().map_err(|_| Fault::NotADate);
    let small = |text: &str| text.parse::<u8>().map_err(|_| Fault::NotADate);
    Date::new(number(year)?, small(month)?, small(day)?)
        .map(Date::vietnamese)
        .ok_or(Fault::NoSuchDay)
}
