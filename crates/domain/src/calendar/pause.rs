//! Pauses of a processing time: while the citizen must act, or processing is halted, the days aren't counted.

use contract::procedure::TimeUnit;

use super::date::Date;
use super::office_calendar::OfficeCalendar;

/// The due date after a pause from the day `from` to the day `until`.
///
/// A term in working days or hours is extended by the working days of the pause, a term in days or months by its
/// calendar days. The day on which the pause begins isn't counted: the office worked on it. An extended term that ends on
/// a day off ends on the next working day.
pub fn extend_due_date(
    due_on: Date,
    from: Date,
    until: Date,
    unit: TimeUnit,
    calendar: &OfficeCalendar,
) -> Date {
    if until <= from {
        return due_on;
    }
    let holidays = calendar.holidays();
    match unit {
        TimeUnit::WorkingDay | TimeUnit::Hour => {
            let days = days_after(from, until).filter(|day| day.is_working_day(holidays));
            let days = u32::try_from(days.count()).unwrap_or(u32::MAX);
            due_on.add_working_days(days, holidays)
        }
        TimeUnit::Day | TimeUnit::Month | TimeUnit::Other(_) => {
            let days = until.days_since_1970() - from.days_since_1970();
            due_on.add_days(days).or_next_working_day(holidays)
        }
    }
}

/// The days after `from`, up to `until`.
fn days_after(from: Date, until: Date) -> impl Iterator<Item = Date> {
    let count = until.days_since_1970() - from.days_since_1970();
    (1..=count.max(0)).map(move |days| from.add_days(days))
}

/// The public holidays after the day `from`, up to `until`, that would otherwise be working days.
pub fn holidays_between(
    from: Date,
    until: Date,
    calendar: &OfficeCalendar,
) -> impl Iterator<Item = Date> {
    let holidays = calendar.holidays().iter().copied();
    holidays.filter(move |day| *day > from && *day <= until && day.is_working_day(&[]))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    fn extended(due_on: &str, from: &str, until: &str, unit: TimeUnit) -> String {
        let calendar = OfficeCalendar::new(vec![day("2027-01-01")], vec![2026, 2027], Vec::new());
        extend_due_date(day(due_on), day(from), day(until), unit, &calendar).to_iso()
    }

    #[test]
    fn a_pause_moves_the_due_date_by_the_days_that_the_office_could_not_work() {
        let working = TimeUnit::WorkingDay;
        // Monday to Wednesday: two working days.
        assert_eq!(
            extended("2026-11-27", "2026-11-23", "2026-11-25", working),
            "2026-12-01"
        );
        // A pause over a weekend: Friday to Monday is one working day.
        assert_eq!(
            extended("2026-12-04", "2026-11-27", "2026-11-30", working),
            "2026-12-07"
        );
        // Over New Year's Day, which is no working day.
        assert_eq!(
            extended("2026-12-31", "2026-12-30", "2027-01-04", working),
            "2027-01-05"
        );
        assert_eq!(
            extended("2026-11-27", "2026-11-23", "2026-11-23", working),
            "2026-11-27"
        );
        assert_eq!(
            extended("2026-11-27", "2026-11-23", "2026-11-20", working),
            "2026-11-27"
        );
        // Calendar days; the result on a Saturday moves to Monday.
        assert_eq!(
            extended("2026-11-26", "2026-11-23", "2026-11-25", TimeUnit::Day),
            "2026-11-30"
        );
        assert_eq!(
            extended("2026-11-24", "2026-11-23", "2026-11-24", TimeUnit::Hour),
            "2026-11-25"
        );
    }

    #[test]
    fn names_only_holidays_on_which_the_office_would_have_worked() {
        let days = ["2026-09-02", "2027-01-01", "2027-01-02"].map(day).to_vec();
        let calendar = OfficeCalendar::new(days, vec![2026, 2027], Vec::new());
        let found = holidays_between(day("2026-12-30"), day("2027-01-05"), &calendar);
        assert_eq!(found.map(Date::to_iso).collect::<Vec<_>>(), ["2027-01-01"]);
    }
}
