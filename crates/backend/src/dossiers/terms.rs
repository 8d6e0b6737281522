//! The processing time of a dossier: from when it is counted, its pauses, and the other due dates that the office has named. While the citizen must act, or processing
//! is halted, the time isn't counted, so the due date moves when the pause ends.

use contract::dossier::{DossierStatus, DueExplanation, DuePause, DuePostponement, Holiday};
use contract::procedure::{Channel, Procedure, ProcessingTime, TimeUnit};
use contract::time::Day;
use domain::calendar::{Date, VietnamTime, extend_due_date, holidays_between};
use domain::progress::pauses_term;
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::StoredDossier;
use super::history;
use crate::clock::{self, timestamp};
use crate::data::Data;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Records that the processing time of a dossier is counted from now on. Does nothing if the dossier has no due date.
pub(super) fn begin_term(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    let Some(due_on) = &dossier.due_on else {
        return Ok(());
    };
    let time = published_time(&state.data, dossier);
    let time = time.as_ref().map(serde_json::to_string).transpose()?;
    transaction.execute(
        "INSERT OR REPLACE INTO dossier_terms (dossier_code, counted_from, first_due_on, time)
         VALUES (?1, ?2, ?3, ?4)",
        params![dossier.receipt.code, state.clock.now(), due_on.0, time],
    )?;
    Ok(())
}

/// The processing time of a procedure: of online filing, or else of another way of filing. `None` if no processing time
/// is stated.
pub(super) fn processing_time(procedure: &Procedure) -> Option<&ProcessingTime> {
    let online = procedure
        .methods
        .iter()
        .filter(|method| method.channel == Channel::Online);
    online
        .chain(&procedure.methods)
        .find_map(|method| method.time.as_ref())
}

/// The processing time of the dossier's procedure, as the data has it now.
fn published_time(data: &Data, dossier: &StoredDossier) -> Option<ProcessingTime> {
    let procedure = data.procedure(&dossier.receipt.procedure.key)?;
    processing_time(procedure).cloned()
}

/// Begins or ends a pause because the status of `dossier` changes to `to`. Returns the due date after the change.
pub(super) fn follow_status(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
    to: DossierStatus,
) -> Result<Option<Day>, Refusal> {
    let code = dossier.receipt.code.as_str();
    let today = clock::day(state.clock.today());
    let mut due_on = dossier.due_on.clone();
    let begun: Option<String> = transaction
        .query_row(
            "SELECT from_day FROM dossier_pauses WHERE dossier_code = ?1 AND until_day IS NULL",
            [code],
            |row| row.get(0),
        )
        .optional()?;
    if let Some(from) = begun {
        transaction.execute(
            "UPDATE dossier_pauses SET until_day = ?2 WHERE dossier_code = ?1 AND until_day IS NULL",
            params![code, today.0],
        )?;
        let time = term(transaction, &state.data, dossier)?.and_then(|term| term.time);
        let unit = time.map_or(TimeUnit::WorkingDay, |time| time.unit);
        due_on = due_on.map(|due_on| extended(state, due_on, &from, &today, unit));
    }
    if pauses_term(to) {
        transaction.execute(
            "INSERT INTO dossier_pauses (dossier_code, status, from_day) VALUES (?1, ?2, ?3)",
            params![code, u8::from(to), today.0],
        )?;
    }
    Ok(due_on)
}

/// Records that the office has named another due date today, which is that of `dossier` now.
pub(super) fn record_postponement(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    today: &Day,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO dossier_postponements (dossier_code, decided_on, due_on) VALUES (?1, ?2, ?3)",
        params![
            dossier.receipt.code,
            today.0,
            dossier.due_on.as_ref().map(|day| &day.0)
        ],
    )?;
    Ok(())
}

fn extended(state: &AppState, due_on: Day, from: &str, until: &Day, unit: TimeUnit) -> Day {
    let days = (
        Date::parse_iso(&due_on.0),
        Date::parse_iso(from),
        Date::parse_iso(&until.0),
    );
    match days {
        (Some(due), Some(from), Some(until)) => {
            let calendar = state.data.office_calendar();
            Day(extend_due_date(due, from, until, unit, calendar).to_iso())
        }
        _ => due_on,
    }
}

/// How a due date was computed, as the database stores it.
struct Term {
    counted_from: i64,
    first_due_on: Day,
    time: Option<ProcessingTime>,
}

fn term(
    transaction: &Transaction<'_>,
    data: &Data,
    dossier: &StoredDossier,
) -> Result<Option<Term>, Refusal> {
    let row = transaction
        .query_row(
            "SELECT counted_from, first_due_on, time FROM dossier_terms WHERE dossier_code = ?1",
            [&dossier.receipt.code],
            |row| {
                let time: Option<String> = row.get(2)?;
                Ok((row.get(0)?, Day(row.get(1)?), time))
            },
        )
        .optional()?;
    let Some((counted_from, first_due_on, time)) = row else {
        return Ok(None);
    };
    let time = match time {
        Some(time) => Some(serde_json::from_str(&time)?),
        None => published_time(data, dossier),
    };
    Ok(Some(Term {
        counted_from,
        first_due_on,
        time,
    }))
}

/// Explains the due date of a dossier. `None` if it has none, or if it isn't known how it was computed.
pub(super) fn explain(
    transaction: &Transaction<'_>,
    data: &Data,
    dossier: &StoredDossier,
) -> Result<Option<DueExplanation>, Refusal> {
    let Some(due_on) = dossier.expected_on() else {
        return Ok(None);
    };
    let Some(term) = term(transaction, data, dossier)? else {
        return Ok(None);
    };
    let Some(time) = term.time else {
        return Ok(None);
    };
    let from = VietnamTime::at(term.counted_from).date;
    let until = Date::parse_iso(&due_on.0).unwrap_or(from);
    let days = holidays_between(from, until, data.office_calendar());
    let holidays = days.map(|day| Holiday {
        day: Day(day.to_iso()),
        name: data.holiday_name(day).to_owned(),
    });
    Ok(Some(DueExplanation {
        from: timestamp(term.counted_from),
        time,
        first_due_on: term.first_due_on,
        holidays: holidays.collect(),
        pauses: pauses(transaction, &dossier.receipt.code)?,
        postponements: postponements(transaction, &dossier.receipt.code)?,
    }))
}

/// The pauses of a dossier; for a group, those of its parts.
fn pauses(transaction: &Transaction<'_>, code: &str) -> Result<Vec<DuePause>, Refusal> {
    let mut rows = transaction.prepare(
        "SELECT pauses.status, from_day, until_day,
             CASE WHEN code = ?1 THEN NULL ELSE json_extract(receipt, '$.procedure.name') END
         FROM dossier_pauses AS pauses JOIN dossiers ON code = dossier_code
         WHERE code = ?1 OR code IN (SELECT code FROM dossier_parts WHERE whole = ?1)
         ORDER BY from_day, id",
    )?;
    let mut rows = rows.query([code])?;
    let mut pauses = Vec::new();
    while let Some(row) = rows.next()? {
        pauses.push(DuePause {
            status: history::status(row.get(0)?)?,
            from: Day(row.get(1)?),
            until: row.get::<_, Option<String>>(2)?.map(Day),
            procedure: row.get(3)?,
        });
    }
    Ok(pauses)
}

/// The other due dates that the office has named for a dossier; for a group, those of its parts.
fn postponements(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Vec<DuePostponement>, Refusal> {
    let mut rows = transaction.prepare(
        "SELECT decided_on, postponements.due_on,
             CASE WHEN code = ?1 THEN NULL ELSE json_extract(receipt, '$.procedure.name') END
         FROM dossier_postponements AS postponements JOIN dossiers ON code = dossier_code
         WHERE code = ?1 OR code IN (SELECT code FROM dossier_parts WHERE whole = ?1)
         ORDER BY id",
    )?;
    let rows = rows.query_map([code], |row| {
        Ok(DuePostponement {
            decided_on: Day(row.get(0)?),
            due_on: Day(row.get(1)?),
            procedure: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
