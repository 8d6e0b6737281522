//! Days of the Gregorian calendar.

/// A day in the years 1800 to 2199. A year outside this range is treated as a typing error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekday {
    /// Monday, thứ hai.
    Monday,
    /// Tuesday, thứ ba.
    Tuesday,
    /// Wednesday, thứ tư.
    Wednesday,
    /// Thursday, thứ năm.
    Thursday,
    /// Friday, thứ sáu.
    Friday,
    /// Saturday, thứ bảy.
    Saturday,
    /// Sunday, chủ nhật.
    Sunday,
}

const FIRST_YEAR: u16 = 1800;
const LAST_YEAR: u16 = 2199;
/// The longest term in days: a hundred years. No procedure takes longer, and it is short enough to count the days one
/// by one.
pub(super) const MAX_DAYS: u32 = 36_500;

impl Date {
    /// Creates a day. `None` if the calendar has no such day or the year is outside 1800 to 2199.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let is_known = (FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month);
        (is_known && day >= 1 && day <= month_days(year, month)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// The year, 1800 to 2199.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Parses a day in the form `dd/mm/yyyy`.
    pub fn parse_vietnamese(text: &str) -> Option<Date> {
        let mut parts = text.split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let has_widths =
            (day.len(), month.len(), year.len()) == (2, 2, 4) && parts.next().is_none();
        if has_widths {
            Date::new(number(year)?, small_number(month)?, small_number(day)?)
        } else {
            None
        }
    }

    /// Parses a day in the form `yyyy-mm-dd`, or the day of an RFC 3339 timestamp. The time of day is ignored.
    pub fn parse_iso(text: &str) -> Option<Date> {
        let day = match text.split_once(['T', 't']) {
            Some((day, _)) => day,
            None => text,
        };
        let mut parts = day.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let has_widths =
            (year.len(), month.len(), day.len()) == (4, 2, 2) && parts.next().is_none();
        if has_widths {
            Date::new(number(year)?, small_number(month)?, small_number(day)?)
        } else {
            None
        }
    }

    /// Formats the day as `dd/mm/yyyy`.
    pub fn to_vietnamese(self) -> String {
        let mut text = String::with_capacity(10);
        push_two_digits(self.day, &mut text);
        text.push('/');
        push_two_digits(self.month, &mut text);
        text.push('/');
        text.push_str(&self.year.to_string());
        text
    }

    /// Formats the day as `yyyy-mm-dd`.
    pub fn to_iso(self) -> String {
        let mut text = self.year.to_string();
        text.push('-');
        push_two_digits(self.month, &mut text);
        text.push('-');
        push_two_digits(self.day, &mut text);
        text
    }

    /// Formats the day as in official documents: «ngày 05 tháng 02 năm 2026».
    ///
    /// Days below 10 and the months January and February get a leading zero, so that nobody can write another digit
    /// before them (NĐ 30/2020/NĐ-CP).
    pub fn to_document_text(self) -> String {
        let mut text = "ngày ".to_owned();
        push_two_digits(self.day, &mut text);
        text.push_str(" tháng ");
        if self.month < 3 {
            text.push('0');
        }
        text.push_str(&self.month.to_string());
        text.push_str(" năm ");
        text.push_str(&self.year.to_string());
        text
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (self.days_since_1970() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The day that is `days` later, or earlier if `days` is negative. The result is never before the first or after
    /// the last day of the calendar.
    pub fn add_days(self, days: i32) -> Date {
        Date::from_days_since_1970(i64::from(self.days_since_1970()) + i64::from(days))
    }

    /// The same day of the month, `months` later. If that month is shorter, its last day.
    pub fn add_months(self, months: u32) -> Date {
        let total_months = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let total_months = total_months
            .saturating_add(months)
            .min(u32::from(LAST_YEAR) * 12 + 11);
        let year = u16::try_from(total_months / 12).unwrap_or(LAST_YEAR);
        let month = u8::try_from(total_months % 12 + 1).unwrap_or(12);
        Date {
            year,
            month,
            day: self.day.min(month_days(year, month)),
        }
    }

    /// Whether offices work on this day: Monday to Friday, except public holidays.
    pub fn is_working_day(self, holidays: &[Date]) -> bool {
        !matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contains(&self)
    }

    /// The day that is `days` working days later. This day itself isn't counted. The count stops after a hundred years.
    pub fn add_working_days(self, days: u32, holidays: &[Date]) -> Date {
        let mut date = self;
        for _ in 0..days.min(MAX_DAYS) {
            date = date.add_days(1).or_next_working_day(holidays);
            if date == Date::LAST {
                break;
            }
        }
        date
    }

    /// The last day of the calendar: 31 December 2199.
    pub(super) const LAST: Date = Date {
        year: LAST_YEAR,
        month: 12,
        day: 31,
    };

    /// This day if it is a working day, otherwise the next working day.
    pub(super) fn or_next_working_day(self, holidays: &[Date]) -> Date {
        let mut date = self;
        while !date.is_working_day(holidays) && date < Date::LAST {
            date = date.add_days(1);
        }
        date
    }

    /// The number of days since 1 January 1970 in the Gregorian calendar. The calculation treats March as the first
    /// month, so that the leap day is the last day of the year.
    pub(super) fn days_since_1970(self) -> i32 {
        let (month, year) = (i32::from(self.month), i32::from(self.year));
        let year = if month <= 2 { year - 1 } else { year };
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// The day that is `days` days after 1 January 1970. A number outside the calendar gives its first or last day.
    pub(super) fn from_days_since_1970(days: i64) -> Date {
        let first = Date {
            year: FIRST_YEAR,
            month: 1,
            day: 1,
        };
        let mut left = days.clamp(
            i64::from(first.days_since_1970()),
            i64::from(Date::LAST.days_since_1970()),
        ) - i64::from(first.days_since_1970());
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

fn small_number(text: &str) -> Option<u8> {
    number(text).and_then(|number| u8::try_from(number).ok())
}

fn push_two_digits(number: u8, text: &mut String) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}
