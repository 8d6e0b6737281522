//! Dossier codes such as `H50.19.360-261122-0001`. A code consists of the agency code, the date in Vietnam, and a
//! number that counts the dossiers of the agency on this day (TT 01/2018/TT-VPCP Điều 19).

use chrono::{Datelike, NaiveDate};
use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// Returns the next dossier code of an agency. If the transaction is rolled back, the same number is used again.
pub(super) fn next_code(
    transaction: &Transaction<'_>,
    agency_code: &str,
    today: NaiveDate,
) -> Result<String, Refusal> {
    let day = short_day(today);
    let number: u32 = transaction.query_row(
        "INSERT INTO dossier_numbers (agency_code, day, last) VALUES (?1, ?2, 1)
         ON CONFLICT (agency_code, day) DO UPDATE SET last = last + 1
         RETURNING last",
        params![agency_code, day],
        |row| row.get(0),
    )?;
    Ok(format!("{agency_code}-{day}-{number:04}"))
}

fn short_day(day: NaiveDate) -> String {
    let year = day.year().rem_euclid(100);
    format!("{year:02}{:02}{:02}", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_date_as_yymmdd() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2);
        assert_eq!(day.map(short_day).as_deref(), Some("261102"));
    }
}
