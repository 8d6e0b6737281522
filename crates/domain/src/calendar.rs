//! Days of the Gregorian calendar, working days and the day a result is due.
//!
//! Nothing here knows what day it is; the caller says.

use contract::procedure::{ProcessingTime, TimeUnit};

/// A day between 1800 and 2199; outside that a typed year is a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekday {
    /// Thứ hai.
    Monday,
    /// Thứ ba.
    Tuesday,
    /// Thứ tư.
    Wednesday,
    /// Thứ năm.
    Thursday,
    /// Thứ sáu.
    Friday,
    /// Thứ bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

const FIRST_YEAR: u16 = 1800;
const LAST_YEAR: u16 = 2199;
/// A hundred years: more than any record gives, little enough to count day by day.
const LONGEST_DAYS: u32 = 36_500;

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let known = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month);
        (known && day >= 1 && day <= month_days(year, month)).then_some(Date { year, month, day })
    }

    /// Year, four digits.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Reads `dd/mm/yyyy`, canonical.
    pub fn from_vietnamese(text: &str) -> Option<Date> {
        let mut parts = text.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let widths = (day.len(), month.len(), year.len()) == (2, 2, 4) && parts.next().is_none();
        if widths {
            Date::new(number(year)?, small(month)?, small(day)?)
        } else {
            None
        }
    }

    /// Reads the day of `yyyy-mm-dd` or of an RFC 3339 moment, whose time is left aside.
    pub fn from_iso(text: &str) -> Option<Date> {
        let day = match text.split_once(['T', 't']) {
            Some((day, _)) => day,
            None => text,
        };
        let mut parts = day.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let widths = (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
        if widths {
            Date::new(number(year)?, small(month)?, small(day)?)
        } else {
            None
        }
    }

    /// `dd/mm/yyyy`.
    pub fn vietnamese(self) -> String {
        let mut text = String::with_capacity(10);
        two_digits(self.day, &mut text);
        text.push('/');
        two_digits(self.month, &mut text);
        text.push('/');
        text.push_str(&self.year.to_string());
        text
    }

    /// `yyyy-mm-dd`.
    pub fn iso(self) -> String {
        let mut text = self.year.to_string();
        text.push('-');
        two_digits(self.month, &mut text);
        text.push('-');
        two_digits(self.day, &mut text);
        text
    }

    /// «ngày 05 tháng 02 năm 2026», as a paper is dated: days below 10 and the first two months have a zero before
    /// them (NĐ 30/2020/NĐ-CP), which nobody can turn into another number.
    pub fn on_paper(self) -> String {
        let mut text = "ngày ".to_owned();
        two_digits(self.day, &mut text);
        text.push_str(" tháng ");
        if self.month < 3 {
            text.push('0');
        }
        text.push_str(&self.month.to_string());
        text.push_str(" năm ");
        text.push_str(&self.year.to_string());
        text
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        // Day 0 of the count, 1 January 1970, was a Thursday.
        match (self.count() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// So many days later (or earlier, if negative); stops at the ends of the calendar.
    pub fn add_days(self, days: i32) -> Date {
        Date::from_count(i64::from(self.count()) + i64::from(days))
    }

    /// So many months later, on the last day of a shorter month.
    pub fn add_months(self, months: u32) -> Date {
        let whole = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let whole = whole
            .saturating_add(months)
            .min(u32::from(LAST_YEAR) * 12 + 11);
        let year = u16::try_from(whole / 12).unwrap_or(LAST_YEAR);
        let month = u8::try_from(whole % 12 + 1).unwrap_or(12);
        Date {
            year,
            month,
            day: self.day.min(month_days(year, month)),
        }
    }

    /// Whether offices work on it: Monday to Friday and no public holiday.
    pub fn is_working_day(self, holidays: &[Date]) -> bool {
        !matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contains(&self)
    }

    /// So many working days later; the day itself doesn't count. Counts a hundred years at most.
    pub fn add_working_days(self, days: u32, holidays: &[Date]) -> Date {
        let mut date = self;
        for _ in 0..days.min(LONGEST_DAYS) {
            date = date.add_days(1).or_next_working_day(holidays);
            if date == Date::LAST {
                break;
            }
        }
        date
    }

    const LAST: Date = Date {
        year: LAST_YEAR,
        month: 12,
        day: 31,
    };

    fn or_next_working_day(self, holidays: &[Date]) -> Date {
        let mut date = self;
        while !date.is_working_day(holidays) && date < Date::LAST {
            date = date.add_days(1);
        }
        date
    }

    /// Days since 1 January 1970, by the proleptic Gregorian count with the year begun in March.
    fn count(self) -> i32 {
        let (month, year) = (i32::from(self.month), i32::from(self.year));
        let year = if month <= 2 { year - 1 } else { year };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    fn from_count(count: i64) -> Date {
        let first = Date {
            year: FIRST_YEAR,
            month: 1,
            day: 1,
        };
        let mut left = count.clamp(i64::from(first.count()), i64::from(Date::LAST.count()))
            - i64::from(first.count());
        let mut date = first;
        while left >= year_days(date.year) {
            left -= year_days(date.year);
            date.year += 1;
        }
        while left >= i64::from(month_days(date.year, date.month)) {
            left -= i64::from(month_days(date.year, date.month));
            date.month += 1;
        }
        date.day = u8::try_from(left + 1).unwrap_or(1);
        date
    }
}

/// The day a result is due, for a dossier sent on `sent`.
///
/// Working days begin on the day after. A term in calendar days or months that would end on a day off
/// ends on the next working day (Bộ luật Dân sự 91/2015/QH13 Điều 148 khoản 5). Hours under a day leave
/// the day as it is.
pub fn due_on(sent: Date, time: &ProcessingTime, holidays: &[Date]) -> Date {
    let days = |count: u32| i32::try_from(count.min(LONGEST_DAYS)).unwrap_or(0);
    match time.unit {
        TimeUnit::Hour => sent.add_days(days(time.amount / 24)),
        TimeUnit::Day => sent
            .add_days(days(time.amount))
            .or_next_working_day(holidays),
        TimeUnit::WorkingDay => sent.add_working_days(time.amount, holidays),
        TimeUnit::Month => sent.add_months(time.amount).or_next_working_day(holidays),
    }
}

fn month_days(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn year_days(year: u16) -> i64 {
    if is_leap(year) { 366 } else { 365 }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn number(text: &str) -> Option<u16> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

fn small(text: &str) -> Option<u8> {
    number(text).and_then(|number| u8::try_from(number).ok())
}

fn two_digits(number: u8, text: &mut String) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}

#[cfg(test)]
mod tests;
