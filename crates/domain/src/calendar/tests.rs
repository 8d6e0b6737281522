//! Tests of parsing, formatting and counting days.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;

use contract::procedure::{ProcessingTime, TimeUnit};

use super::*;

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

#[test]
fn parses_and_formats_vietnamese_and_iso_dates() {
    let date = Date::parse_vietnamese("05/03/2026").unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2026, 3, 5));
    assert_eq!(date.to_iso(), "2026-03-05");
    assert_eq!(day("2026-03-05").to_vietnamese(), "05/03/2026");
    assert_eq!(day("2026-11-22T01:20:00Z").to_iso(), "2026-11-22");
}

#[test]
fn formats_document_dates_with_the_zeros_of_the_decree() {
    for (text, expected) in [
        ("2026-11-22", "ngày 22 tháng 11 năm 2026"),
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-03-10", "ngày 10 tháng 3 năm 2026"),
    ] {
        assert_eq!(day(text).to_document_text(), expected);
    }
}

#[test]
fn refuses_days_that_the_calendar_does_not_have() {
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
        assert_eq!(Date::parse_vietnamese(text), None, "{text}");
    }
    assert!(Date::parse_vietnamese("29/02/2024").is_some());
    assert_eq!(Date::new(1900, 2, 29), None);
}

#[test]
fn computes_the_weekday() {
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

/// Working days without weekends, Tết 2027, 30/4, 1/5 and 2/9 of 2026; open from 7:30 to 11:30 and 13:30 to 17:00.
fn calendar() -> OfficeCalendar {
    let holidays = ["2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02"];
    let tet = ["2027-02-05", "2027-02-08", "2027-02-09"];
    let times = [("07:30", "11:30"), ("13:30", "17:00")];
    OfficeCalendar::new(
        holidays.into_iter().chain(tet).map(day).collect(),
        vec![2026, 2027],
        times
            .map(|(opens, closes)| OpeningTime::parse(opens, closes).unwrap())
            .to_vec(),
    )
}

/// When a result is due, for a dossier sent on a day at a time such as `23:30`.
fn due(sent: &str, time: &str, amount: u32, unit: TimeUnit) -> Date {
    let (hour, minute) = time.split_once(':').unwrap();
    let minutes = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
    let sent = VietnamTime {
        date: day(sent),
        minutes,
    };
    compute_due_date(sent, &ProcessingTime { amount, unit }, &calendar()).unwrap()
}

#[test]
fn counts_hours_only_while_the_office_is_open() {
    for (sent, time, hours, due_on) in [
        // On Saturday night, and on a Sunday morning.
        ("2026-11-21", "23:30", 1, "2026-11-23"),
        ("2026-11-22", "08:20", 1, "2026-11-23"),
        // In the office hours, over noon, shortly before and after the office closes.
        ("2026-11-23", "08:00", 1, "2026-11-23"),
        ("2026-11-23", "11:00", 4, "2026-11-23"),
        ("2026-11-23", "16:00", 1, "2026-11-23"),
        ("2026-11-23", "16:01", 1, "2026-11-24"),
        ("2026-11-23", "20:00", 1, "2026-11-24"),
        ("2026-11-20", "17:00", 1, "2026-11-23"),
        ("2026-11-23", "07:30", 8, "2026-11-24"),
        // On the evening before 30/4, on 2/9, and on the first day of Tết.
        ("2026-04-29", "20:00", 1, "2026-05-04"),
        ("2026-09-02", "09:00", 1, "2026-09-03"),
        ("2027-02-05", "09:00", 1, "2027-02-10"),
        // A term of a day and more that ends on a Saturday.
        ("2026-11-26", "09:00", 48, "2026-11-30"),
    ] {
        let found = due(sent, time, hours, TimeUnit::Hour);
        assert_eq!(found, day(due_on), "{hours} hours after {sent} {time}");
    }
}

#[test]
fn an_office_never_looks_at_a_dossier_after_its_result_is_due() {
    let calendar = calendar();
    let monday = day("2026-11-23");
    assert_eq!(first_look_by(monday, Some(monday), &calendar), monday);
    let later = Some(day("2026-12-01"));
    assert_eq!(first_look_by(monday, later, &calendar), day("2026-11-24"));
    assert_eq!(first_look_by(monday, None, &calendar), day("2026-11-24"));
}

#[test]
fn knows_only_the_years_whose_holidays_are_in_the_data() {
    let calendar = calendar();
    assert!(calendar.knows_year_of(day("2027-12-31")));
    assert!(!calendar.knows_year_of(day("2028-01-26")));
}

#[test]
fn refuses_opening_times_that_no_office_has() {
    for (opens, closes) in [
        ("7:30", "11:30"),
        ("11:30", "07:30"),
        ("08:00", "24:00"),
        ("", ""),
    ] {
        assert_eq!(OpeningTime::parse(opens, closes), None, "{opens} {closes}");
    }
}

#[test]
fn counts_working_days_without_weekends_and_holidays() {
    for (sent, amount, unit, due_on) in [
        ("2026-11-20", 1, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-22", 1, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-23", 5, TimeUnit::WorkingDay, "2026-11-30"),
        ("2026-04-29", 1, TimeUnit::WorkingDay, "2026-05-04"),
        ("2026-11-23", 0, TimeUnit::WorkingDay, "2026-11-23"),
        ("2026-11-16", 15, TimeUnit::Day, "2026-12-01"),
        ("2026-11-20", 1, TimeUnit::Day, "2026-11-23"),
        ("2026-04-28", 2, TimeUnit::Day, "2026-05-04"),
        ("2026-10-31", 1, TimeUnit::Month, "2026-11-30"),
        ("2026-11-22", 48, TimeUnit::Hour, "2026-11-24"),
    ] {
        let found = due(sent, "08:20", amount, unit);
        assert_eq!(found, day(due_on), "{amount} {unit:?} after {sent}");
    }
}

#[test]
fn stops_a_huge_term_at_the_end_of_the_calendar() {
    for unit in [
        TimeUnit::Hour,
        TimeUnit::Day,
        TimeUnit::WorkingDay,
        TimeUnit::Month,
    ] {
        assert!(due("2190-01-01", "23:59", u32::MAX, unit) <= Date::LAST);
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (1800..2200_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

proptest! {
    #[test]
    fn adding_and_subtracting_days_returns_to_the_same_day(date in any_date(), days in -30_000..30_000_i32) {
        let later = date.add_days(days);
        if later > Date::from_days_since_1970(i64::MIN) && later < Date::LAST {
            prop_assert_eq!(later.add_days(-days), date);
            prop_assert_eq!(later.days_since_1970() - date.days_since_1970(), days);
        }
    }

    #[test]
    fn parsing_never_panics(text in ".*") {
        let _ = Date::parse_iso(&text);
        let _ = Date::parse_vietnamese(&text);
    }
}

#[test]
fn the_day_in_vietnam_begins_at_17_hours_utc() {
    // 2026-11-21T16:59:59Z, 17:00:00Z, and 2026-11-22T01:20:00Z.
    for (seconds, expected) in [
        (1_795_280_399, "23:59, 21/11/2026"),
        (1_795_280_400, "00:00, 22/11/2026"),
        (1_795_310_400, "08:20, 22/11/2026"),
        (0, "07:00, 01/01/1970"),
        (-25_201, "23:59, 31/12/1969"),
    ] {
        assert_eq!(VietnamTime::at(seconds).text(), expected);
    }
    assert_eq!(VietnamTime::at(i64::MAX).date, Date::LAST);
}
