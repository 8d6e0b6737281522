//! Dates as people write them, whole and in part, and days that are still to come.

use super::*;
use crate::calendar::Date;

#[test]
fn dates_are_read_the_ways_people_write_them() {
    table(
        date,
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
            ("20260305", Err(Fault::NoSuchDay)),
            ("29/2/2025", Err(Fault::NoSuchDay)),
            ("5/3/26", Err(Fault::ShortYear)),
            ("532026", Err(Fault::NotADate)),
            ("3/2026", Err(Fault::NotADate)),
            ("hôm qua", Err(Fault::NotADate)),
            ("//", Err(Fault::NotADate)),
            ("", Err(Fault::Empty)),
        ],
    );
    table(
        partial_date,
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
            ("13/1950", Err(Fault::NoSuchDay)),
            ("50", Err(Fault::NotADate)),
            ("1799", Err(Fault::NoSuchDay)),
            (" ", Err(Fault::Empty)),
        ],
    );
}

#[test]
fn a_day_to_come_is_told_from_today() {
    let today = Date::new(2026, 11, 22);
    for (text, expected) in [
        ("22/11/2026", Ok(())),
        ("23/11/2026", Err(Fault::InFuture)),
        ("01/01/2027", Err(Fault::InFuture)),
        ("11/2026", Ok(())),
        ("12/2026", Err(Fault::InFuture)),
        ("2026", Ok(())),
        ("2027", Err(Fault::InFuture)),
    ] {
        assert_eq!(
            today.map(|today| not_after(text, today)),
            Some(expected),
            "{text}"
        );
    }
}
