//! The history of a dossier (R3.7). Each entry records one step: its time, office, officer and deadline, and whether
//! the deadline was met.

use contract::dossier::{DossierStatus, HistoryEntry, StepActor};
use contract::time::Day;
use domain::calendar::{Date, OfficeCalendar, first_look_by};
use domain::status::Actor;
use rusqlite::{Row, Transaction, params};

use crate::clock::timestamp;
use crate::refusal::Refusal;

/// Name of the front office, which receives dossiers and returns results.
pub(crate) fn front_office(agency_name: &str) -> String {
    format!("Bộ phận Một cửa – {agency_name}")
}

/// Name of the specialist office, which processes dossiers.
pub(crate) fn back_office(agency_name: &str) -> String {
    format!("Bộ phận chuyên môn – {agency_name}")
}

/// A new step to record in the history.
pub(crate) struct HistoryStep<'a> {
    /// Time of the step, in Unix seconds.
    pub(crate) at: i64,
    /// Status of the dossier after the step.
    pub(crate) status: DossierStatus,
    /// The action of the step, such as «Tiếp nhận».
    pub(crate) action: &'a str,
    /// Who made the step.
    pub(crate) by: Actor,
    /// The office that performed the action.
    pub(crate) office: &'a str,
    /// The officer who performed the action. `None` if no officer did it.
    pub(crate) handler: Option<&'a str>,
    /// Note of the office to the citizen.
    pub(crate) note: Option<&'a str>,
    /// Deadline for the next step of the office.
    pub(crate) deadline: Option<Day>,
}

/// Records a step. Also records whether the deadline that the previous step set was met.
pub(crate) fn record_step(
    transaction: &Transaction<'_>,
    code: &str,
    step: &HistoryStep<'_>,
    today: &Day,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE history SET on_time = (deadline >= ?2)
         WHERE id = (SELECT max(id) FROM history WHERE dossier_code = ?1) AND deadline IS NOT NULL",
        params![code, today.0],
    )?;
    transaction.execute(
        "INSERT INTO history (dossier_code, at, status, action, office, handler, note, deadline, made_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            code,
            step.at,
            u8::from(step.status),
            step.action,
            step.office,
            step.handler,
            step.note,
            step.deadline.as_ref().map(|day| &day.0),
            StepActor::from(step.by).key(),
        ],
    )?;
    Ok(())
}

/// The date by which the office must make the next step, for a dossier that now has `status`. `None` while the citizen
/// must act, because no deadline for citizens is known. Also `None` if the procedure is finished.
pub(crate) fn deadline(
    status: DossierStatus,
    today: &Day,
    due_on: Option<&Day>,
    calendar: &OfficeCalendar,
) -> Option<Day> {
    match status {
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::WithdrawalRequested => {
            let today = Date::parse_iso(&today.0)?;
            let due_on = due_on.and_then(|day| Date::parse_iso(&day.0));
            Some(Day(first_look_by(today, due_on, calendar).to_iso()))
        }
        DossierStatus::Processing | DossierStatus::Processed => due_on.cloned(),
        DossierStatus::Rejected
        | DossierStatus::SupplementRequested
        | DossierStatus::ObligationRequested
        | DossierStatus::Paused
        | DossierStatus::Returned
        | DossierStatus::Other(_) => None,
    }
}

/// The deadline of the latest step, which the office must still keep after a step that isn't its own.
pub(crate) fn open_deadline(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Option<Day>, Refusal> {
    let deadline: Option<String> = transaction.query_row(
        "SELECT deadline FROM history WHERE dossier_code = ?1 ORDER BY id DESC LIMIT 1",
        [code],
        |row| row.get(0),
    )?;
    Ok(deadline.map(Day))
}

/// Whether the office has accepted the dossier, or has begun to process it, as after a withdrawal that it refused. A
/// dossier that wasn't accepted yet returns to the front office after the citizen has acted.
pub(crate) fn was_accepted(transaction: &Transaction<'_>, code: &str) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM history WHERE dossier_code = ?1 AND status IN (?2, ?3))",
        params![
            code,
            u8::from(DossierStatus::Accepted),
            u8::from(DossierStatus::Processing)
        ],
        |row| row.get(0),
    )?)
}

/// Loads all history entries of a dossier, newest first. The newest one is late if its deadline has passed, although
/// nobody has made the next step yet.
pub(super) fn load_history(
    transaction: &Transaction<'_>,
    code: &str,
    today: &Day,
) -> Result<Vec<HistoryEntry>, Refusal> {
    let mut entries = transaction.prepare(
        "SELECT at, status, action, office, handler, note, deadline, on_time, made_by
         FROM history WHERE dossier_code = ?1 ORDER BY id DESC",
    )?;
    let entries = entries.query_map(params![code], |row| Ok(read(row)))?;
    let mut entries = entries
        .map(|entry| entry?)
        .collect::<Result<Vec<HistoryEntry>, Refusal>>()?;
    if let Some(newest) = entries.first_mut() {
        let is_overdue = newest.deadline.as_ref().is_some_and(|day| day.0 < today.0);
        newest.on_time = newest.on_time.or(is_overdue.then_some(false));
    }
    Ok(entries)
}

fn read(row: &Row<'_>) -> Result<HistoryEntry, Refusal> {
    let by: Option<String> = row.get("made_by")?;
    Ok(HistoryEntry {
        at: timestamp(row.get("at")?),
        status: status(row.get("status")?)?,
        action: row.get("action")?,
        office: row.get("office")?,
        handler: row.get("handler")?,
        note: row.get("note")?,
        deadline: row.get::<_, Option<String>>("deadline")?.map(Day),
        by: by.as_deref().and_then(StepActor::from_key),
        on_time: row.get("on_time")?,
    })
}

/// Converts the stored number of a status.
pub(super) fn status(number: u8) -> Result<DossierStatus, Refusal> {
    DossierStatus::try_from(number).map_err(Refusal::internal)
}
