//! Tests of whole and partial dates as people type them, and of dates after today.

use super::*;
use crate::calendar::Date;

#[test]
fn parses_dates_as_people_write_them() {
    table(
        parse_date,
        &[
            ("05/03/2026", Ok("05/03/2026")),
            ("5/3/2026", Ok("05/03/2026")),
            ("5-3-2026", Ok("05/03/2026")),
            ("05.03.2026", Ok("05/03/2026")),
            ("5 3 2026", Ok("05/03/2026")),
            ("05-03-2026", Ok("05/03/2026")),
            ("5.3.2026", Ok("05/03/2026")),
            ("5\u{2013}3\u{2013}2026", Ok("05/03/2026")),
            ("05 / 03 / 2026", Ok("05/03/2026")),
            ("05\u{A0}03\u{A0}2026", Ok("05/03/2026")),
            ("０５／０３／２０２６", Ok("05/03/2026")),
            ("０５０３２０２６", Ok("05/03/2026")),
            ("\u{200E}5/3/2026", Ok("05/03/2026")),
            ("05032026", Ok("05/03/2026")),
            ("2026-03-05", Ok("05/03/2026")),
            ("０５/03/2026", Ok("05/03/2026")),
            (" 29/2/2024 ", Ok("29/02/2024")),
            ("20260305", Err(FormatError::NoSuchDay)),
            ("29/2/2025", Err(FormatError::NoSuchDay)),
            ("5/3/26", Err(FormatError::ShortYear)),
            ("532026", Err(FormatError::NotADate)),
            ("3/2026", Err(FormatError::NotADate)),
            ("hôm qua", Err(FormatError::NotADate)),
            ("//", Err(FormatError::NotADate)),
            ("", Err(FormatError::Empty)),
        ],
    );
    table(
        parse_partial_date,
        &[
            ("1950", Ok("1950")),
            ("3/1950", Ok("03/1950")),
            ("031950", Ok("03/1950")),
            ("1950-03", Ok("03/1950")),
            ("3-1950", Ok("03/1950")),
            ("3.1950", Ok("03/1950")),
            (" 3 1950 ", Ok("03/1950")),
            ("１９５０", Ok("1950")),
            ("05031950", Ok("05/03/1950")),
            ("5/3/1950", Ok("05/03/1950")),
            ("13/1950", Err(FormatError::NoSuchDay)),
            ("50", Err(FormatError::NotADate)),
            ("1799", Err(FormatError::NoSuchDay)),
            (" ", Err(FormatError::Empty)),
        ],
    );
}

#[test]
fn refuses_dates_after_today() {
    let today = Date::new(2026, 11, 22);
    for (text, expected) in [
        ("22/11/2026", Ok(())),
        ("23/11/2026", Err(FormatError::InFuture)),
        ("01/01/2027", Err(FormatError::InFuture)),
        ("11/2026", Ok(())),
        ("12/2026", Err(FormatError::InFuture)),
        ("2026", Ok(())),
        ("2027", Err(FormatError::InFuture)),
    ] {
        assert_eq!(
            today.map(|today| refuse_future_date(text, today)),
            Some(expected),
            "{text}"
        );
    }
}
