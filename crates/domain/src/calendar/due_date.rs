//! The day by which a dossier's result is due.

use contract::procedure::{ProcessingTime, TimeUnit};

use super::date::{Date, MAX_DAYS};

/// The day on which a result is due if the dossier was sent on the day `sent`.
///
/// Working days are counted from the day after `sent`. A term in calendar days or months that ends on a day off is
/// extended to the next working day (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5). A term in hours is rounded down to
/// whole days.
pub fn compute_due_date(sent: Date, term: &ProcessingTime, holidays: &[Date]) -> Date {
    let days = |count: u32| i32::try_from(count.min(MAX_DAYS)).unwrap_or(0);
    match term.unit {
        TimeUnit::Hour => sent.add_days(days(term.amount / 24)),
        TimeUnit::Day => sent
            .add_days(days(term.amount))
            .or_next_working_day(holidays),
        TimeUnit::WorkingDay => sent.add_working_days(term.amount, holidays),
        TimeUnit::Month => sent.add_months(term.amount).or_next_working_day(holidays),
    }
}
