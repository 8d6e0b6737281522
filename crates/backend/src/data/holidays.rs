//! Import of the public holidays. They don't count as working days.

use contract::time::Day;
use domain::calendar::Date;
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
    holidays: Vec<HolidayRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayRecord {
    day: Day,
    name: String,
}

/// Reads the holidays. They must be in ascending order.
pub(super) fn import(source: Source<'_>) -> Result<Vec<Date>, ImportError> {
    let mut days: Vec<Date> = Vec::new();
    for record in records::<HolidayFile>(source)?.holidays {
        let at = format!("holiday {}", record.day.0);
        require_text(&record.name, "name").map_err(|reason| reason.at(source.file, &at))?;
        let Some(date) = Date::parse_iso(&record.day.0) else {
            return Err(ImportErrorReason::NotADay(record.day.0).at(source.file, at));
        };
        if days.last().is_some_and(|last| *last >= date) {
            return Err(ImportErrorReason::NotInTime.at(source.file, at));
        }
        days.push(date);
    }
    Ok(days)
}
