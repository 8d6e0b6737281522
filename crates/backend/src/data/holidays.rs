//! Import of the office calendar: the public holidays, which don't count as working days, the years for which all of
//! them are known, and the opening times of offices.

use std::collections::BTreeMap;

use contract::time::Day;
use domain::calendar::{Date, OfficeCalendar, OpeningTime};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{records, require_text};
use super::sources::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    /// The years whose holidays the file contains. A due date in another year is provisional.
    years: Vec<u16>,
    opening_times: Vec<OpeningRecord>,
    holidays: Vec<HolidayRecord>,
}

/// A time of a working day in which offices are open, such as `07:30` to `11:30`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OpeningRecord {
    opens: String,
    closes: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayRecord {
    day: Day,
    name: String,
}

/// The office calendar, and the names of the public holidays.
#[derive(Debug)]
pub(super) struct NamedCalendar {
    pub(super) calendar: OfficeCalendar,
    pub(super) holiday_names: BTreeMap<Date, String>,
}

/// Reads the office calendar. Holidays and opening times must be in ascending order.
pub(super) fn import(source: Source<'_>) -> Result<NamedCalendar, ImportError> {
    let mut days: Vec<Date> = Vec::new();
    let mut holiday_names = BTreeMap::new();
    let file = records::<HolidayFile>(source)?;
    let opening_times = opening_times(&file.opening_times, source)?;
    for record in file.holidays {
        let at = format!("holiday {}", record.day.0);
        require_text(&record.name, "name").map_err(|reason| reason.at(source.file, &at))?;
        let Some(date) = Date::parse_iso(&record.day.0) else {
            return Err(ImportErrorReason::NotADay(record.day.0).at(source.file, at));
        };
        if days.last().is_some_and(|last| *last >= date) {
            return Err(ImportErrorReason::NotInTime.at(source.file, at));
        }
        days.push(date);
        holiday_names.insert(date, record.name);
    }
    Ok(NamedCalendar {
        calendar: OfficeCalendar::new(days, file.years, opening_times),
        holiday_names,
    })
}

fn opening_times(
    records: &[OpeningRecord],
    source: Source<'_>,
) -> Result<Vec<OpeningTime>, ImportError> {
    let mut times: Vec<OpeningTime> = Vec::new();
    for record in records {
        let at = format!("opening time {}", record.opens);
        let Some(time) = OpeningTime::parse(&record.opens, &record.closes) else {
            return Err(ImportErrorReason::NotATime(record.closes.clone()).at(source.file, at));
        };
        if times.last().is_some_and(|last| last.closes > time.opens) {
            return Err(ImportErrorReason::NotInTime.at(source.file, at));
        }
        times.push(time);
    }
    Ok(times)
}
