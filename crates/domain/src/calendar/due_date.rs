//! The day by which a dossier's result is due, and the day by which an office must look at it.

use contract::procedure::{ProcessingTime, TimeUnit};

use super::date::{Date, MAX_DAYS};
use super::office_calendar::OfficeCalendar;
use super::vietnam_time::VietnamTime;

/// Number of working days within which an office must check a new dossier, and forward an accepted dossier. NĐ
/// 118/2025/NĐ-CP requires this immediately, at the latest on the next working day.
const FIRST_LOOK_DAYS: u32 = 1;

/// The day on which a result is due if the dossier was sent at the moment `sent`. `None` if the unit of the term isn't
/// known.
///
/// Working days are counted from the day after `sent`. A term in calendar days or months that ends on a day off is
/// extended to the next working day (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5). Hours are counted while the office
/// is open: a dossier that is sent in the evening or on a day off begins when the office opens again. Of a term of more
/// than a day in hours, each 24 hours are a calendar day.
pub fn compute_due_date(
    sent: VietnamTime,
    term: &ProcessingTime,
    calendar: &OfficeCalendar,
) -> Option<Date> {
    let days = |count: u32| i32::try_from(count.min(MAX_DAYS)).unwrap_or(0);
    let due = match term.unit {
        TimeUnit::Hour => {
            let later = VietnamTime {
                date: sent.date.add_days(days(term.amount / 24)),
                ..sent
            };
            let minutes = term.amount % 24 * 60;
            return Some(calendar.add_open_minutes(later, minutes).date);
        }
        TimeUnit::Day => sent.date.add_days(days(term.amount)),
        TimeUnit::WorkingDay => {
            return Some(sent.date.add_working_days(term.amount, calendar.holidays()));
        }
        TimeUnit::Month => sent.date.add_months(term.amount),
        TimeUnit::Other(_) => return None,
    };
    Some(due.or_next_working_day(calendar.holidays()))
}

/// The day by which an office must look at a dossier that arrived on the day `arrived`. It is never after `due_on`, the
/// day on which the result is due.
pub fn first_look_by(arrived: Date, due_on: Option<Date>, calendar: &OfficeCalendar) -> Date {
    let next = arrived.add_working_days(FIRST_LOOK_DAYS, calendar.holidays());
    due_on.map_or(next, |due_on| next.min(due_on))
}
