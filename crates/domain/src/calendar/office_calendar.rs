//! When offices are open: on which days, and from when to when.

use super::date::Date;
use super::vietnam_time::VietnamTime;

/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

/// A time of a working day in which offices are open, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningTime {
    /// When the office opens.
    pub opens: u16,
    /// When the office closes. Always later than `opens`.
    pub closes: u16,
}

impl OpeningTime {
    /// Parses two times of day in the form `07:30`. `None` if one is malformed or the second isn't later.
    pub fn parse(opens: &str, closes: &str) -> Option<OpeningTime> {
        let (opens, closes) = (minute_of_day(opens)?, minute_of_day(closes)?);
        (opens < closes).then_some(OpeningTime { opens, closes })
    }
}

/// Parses a time of day in the form `07:30`.
fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |text: &str| {
        let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok())?
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The working days and opening times of offices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeCalendar {
    holidays: Vec<Date>,
    known_years: Vec<u16>,
    opening_times: Vec<OpeningTime>,
}

impl OfficeCalendar {
    /// Creates a calendar. `known_years` are the years whose holidays are in `holidays`. `opening_times` are in the order
    /// of the day.
    pub fn new(
        holidays: Vec<Date>,
        known_years: Vec<u16>,
        opening_times: Vec<OpeningTime>,
    ) -> OfficeCalendar {
        OfficeCalendar {
            holidays,
            known_years,
            opening_times,
        }
    }

    /// The public holidays, in ascending order.
    pub fn holidays(&self) -> &[Date] {
        &self.holidays
    }

    /// Whether the holidays of the day's year are known. If they aren't, a term that ends on this day may end later.
    pub fn knows_year_of(&self, day: Date) -> bool {
        self.known_years.contains(&day.year())
    }

    /// The moment at which the office has been open for `minutes` since `from`. With 0 minutes, the first moment from
    /// then on at which it is open.
    pub(super) fn add_open_minutes(&self, from: VietnamTime, minutes: u32) -> VietnamTime {
        let mut left = minutes;
        let mut date = from.date;
        let mut start = from.minutes;
        // Without opening times, the office is open the whole working day.
        let whole_day = [OpeningTime {
            opens: 0,
            closes: DAY_MINUTES,
        }];
        let opening_times = match self.opening_times.as_slice() {
            [] => whole_day.as_slice(),
            times => times,
        };
        while date < Date::LAST {
            if date.is_working_day(&self.holidays) {
                for time in opening_times.iter().filter(|time| time.closes > start) {
                    let opens = time.opens.max(start);
                    let open = u32::from(time.closes - opens);
                    if left <= open {
                        let minutes = u16::try_from(left).map_or(time.closes, |left| opens + left);
                        return VietnamTime { date, minutes };
                    }
                    left -= open;
                }
            }
            date = date.add_days(1);
            start = 0;
        }
        VietnamTime {
            date,
            minutes: start,
        }
    }
}
