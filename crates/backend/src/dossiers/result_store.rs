//! Tables of results and hand-overs.

use contract::dossier::{FileSignature, Handover, HandoverChannel, ResultDocument, ResultFile};
use contract::time::Day;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::clock::timestamp;
use crate::refusal::Refusal;

/// Code of the component that the files of results have in the table of attachments.
pub(crate) const RESULT_COMPONENT: &str = "result";

/// Inserts a result whose file is complete.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    dossier_code: &str,
    document: &ResultDocument,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO results (id, dossier_code, file_id, name, number, issued_on, signatures, added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            document.id,
            dossier_code,
            document.file.id,
            document.name,
            document.number,
            document.issued_at.0,
            serde_json::to_string(&document.signatures)?,
            now,
        ],
    )?;
    Ok(())
}

/// Loads the results of a dossier and of its parts, the oldest first.
pub(crate) fn list(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Vec<ResultDocument>, Refusal> {
    let mut results = transaction.prepare(
        "SELECT results.id, results.name, number, issued_on, signatures,
             attachments.id AS file_id, attachments.name AS file_name, size, media_type, sha256
         FROM results JOIN attachments ON attachments.id = results.file_id
         WHERE results.dossier_code = ?1
             OR results.dossier_code IN (SELECT code FROM dossier_parts WHERE whole = ?1)
         ORDER BY results.rowid",
    )?;
    let results = results.query_map([code], |row| Ok(read(row)))?;
    results.map(|document| document?).collect()
}

fn read(row: &Row<'_>) -> Result<ResultDocument, Refusal> {
    let signatures: Vec<FileSignature> =
        serde_json::from_str(&row.get::<_, String>("signatures")?)?;
    Ok(ResultDocument {
        id: row.get("id")?,
        name: row.get("name")?,
        number: row.get("number")?,
        issued_at: Day(row.get("issued_on")?),
        file: ResultFile {
            id: row.get("file_id")?,
            name: row.get("file_name")?,
            size: row.get("size")?,
            media_type: row.get("media_type")?,
            sha256: row.get("sha256")?,
        },
        signatures,
    })
}

/// Records how the result of a dossier was handed over. A later record replaces it.
pub(crate) fn record_handover(
    transaction: &Transaction<'_>,
    dossier_code: &str,
    channel: HandoverChannel,
    note: Option<&str>,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT OR REPLACE INTO handovers (dossier_code, channel, at, note) VALUES (?1, ?2, ?3, ?4)",
        params![dossier_code, channel.key(), now, note],
    )?;
    Ok(())
}

/// Loads how the result of a dossier was handed over. `None` if it wasn't, or wasn't recorded.
pub(crate) fn find_handover(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Option<Handover>, Refusal> {
    let handover: Option<(String, i64, Option<String>)> = transaction
        .query_row(
            "SELECT channel, at, note FROM handovers WHERE dossier_code = ?1",
            [code],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let Some((channel, at, note)) = handover else {
        return Ok(None);
    };
    let channel = HandoverChannel::from_key(&channel)
        .ok_or_else(|| Refusal::internal("a hand-over has an unknown channel"))?;
    Ok(Some(Handover {
        channel,
        at: timestamp(at),
        note,
    }))
}
