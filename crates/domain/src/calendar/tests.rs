//! Days read, counted and due.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

#[test]
fn days_are_read_and_printed_both_ways() {
    let date = Date::from_vietnamese("05/03/2026").unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2026, 3, 5));
    assert_eq!(date.iso(), "2026-03-05");
    assert_eq!(day("2026-03-05").vietnamese(), "05/03/2026");
    assert_eq!(day("2026-11-22T01:20:00Z").iso(), "2026-11-22");
}

#[test]
fn a_paper_is_dated_in_words_with_zeros_where_the_decree_wants_them() {
    for (date, dated) in [
        ("2026-11-22", "ngày 22 tháng 11 năm 2026"),
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-03-10", "ngày 10 tháng 3 năm 2026"),
    ] {
        assert_eq!(day(date).on_paper(), dated);
    }
}

#[test]
fn days_the_calendar_lacks_are_refused() {
    for text in [
        "31/02/2026",
        "29/02/2025",
        "31/04/2026",
        "00/01/2026",
        "01/13/2026",
        "1/1/2026",
        "01/01/26",
        "01/01/1799",
        "01/01/2026/",
        "+1/01/2026",
        "",
    ] {
        assert_eq!(Date::from_vietnamese(text), None, "{text}");
    }
    assert!(Date::from_vietnamese("29/02/2024").is_some());
    assert_eq!(Date::new(1900, 2, 29), None);
}

#[test]
fn weekdays_are_right() {
    for (text, weekday) in [
        ("1970-01-01", Weekday::Thursday),
        ("2026-11-22", Weekday::Sunday),
        ("2024-02-29", Weekday::Thursday),
        ("1900-01-01", Weekday::Monday),
        ("2000-03-01", Weekday::Wednesday),
    ] {
        assert_eq!(day(text).weekday(), weekday, "{text}");
    }
}

#[test]
fn a_result_is_due_after_working_days_without_weekends_and_holidays() {
    let holidays = [day("2026-04-30"), day("2026-05-01")];
    for (sent, amount, unit, due) in [
        ("2026-11-20", 1, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-22", 1, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-23", 5, TimeUnit::WorkingDay, "2026-11-30"),
        ("2026-04-29", 1, TimeUnit::WorkingDay, "2026-05-04"),
        ("2026-11-23", 0, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-16", 15, TimeUnit::Day, "2026-12-01"),
        ("2026-11-20", 1, TimeUnit::Day, "2026-11-23"),
        ("2026-04-28", 2, TimeUnit::Day, "2026-05-04"),
        ("2026-10-31", 1, TimeUnit::Month, "2026-11-30"),
        ("2026-11-22", 1, TimeUnit::Hour, "2026-11-22"),
        ("2026-11-22", 48, TimeUnit::Hour, "2026-11-24"),
    ] {
        let found = due_on(day(sent), &ProcessingTime { amount, unit }, &holidays);
        assert_eq!(found, day(due), "{amount} {unit:?} after {sent}");
    }
}

#[test]
fn a_senseless_term_stops_at_the_end_of_the_calendar() {
    for unit in [
        TimeUnit::Hour,
        TimeUnit::Day,
        TimeUnit::WorkingDay,
        TimeUnit::Month,
    ] {
        let due = due_on(
            day("2190-01-01"),
            &ProcessingTime {
                amount: u32::MAX,
                unit,
            },
            &[],
        );
        assert!(due <= Date::LAST);
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1800..2200_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

proptest! {
    #[test]
    fn adding_and_taking_away_days_comes_back(date in any_date(), days in -30_000..30_000_i32) {
        let there = date.add_days(days);
        if there > Date::from_count(i64::MIN) && there < Date::LAST {
            prop_assert_eq!(there.add_days(-days), date);
            prop_assert_eq!(there.count() - date.count(), days);
        }
    }

    #[test]
    fn no_text_breaks_reading_a_date(text in ".*") {
        let _ = Date::from_iso(&text);
        let _ = Date::from_vietnamese(&text);
    }
}
