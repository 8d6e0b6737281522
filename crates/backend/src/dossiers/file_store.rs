//! The files of dossiers in the table of attachments: files that the citizen sent, results, and files of messages.

use contract::dossier::ResultFile;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::refusal::Refusal;

/// Finds a complete file of a dossier of this account. A part may name the files of its group, and a group those of its
/// parts, because a group's files are stored with the group. `NotFound` if the dossier belongs to another account.
pub(super) fn find(
    transaction: &Transaction<'_>,
    account_id: i64,
    code: &str,
    id: &str,
) -> Result<ResultFile, Refusal> {
    transaction
        .query_row(
            "SELECT name, size, media_type, sha256 FROM attachments
             WHERE id = ?3 AND sha256 IS NOT NULL
                 AND EXISTS (SELECT 1 FROM dossiers WHERE code = ?2 AND account_id = ?1)
                 AND dossier_code IN (
                     SELECT ?2
                     UNION SELECT whole FROM dossier_parts WHERE code = ?2
                     UNION SELECT code FROM dossier_parts WHERE whole = ?2)",
            params![account_id, code, id],
            |row| {
                Ok(ResultFile {
                    id: id.to_owned(),
                    name: row.get(0)?,
                    size: row.get(1)?,
                    media_type: row.get(2)?,
                    sha256: row.get(3)?,
                })
            },
        )
        .optional()?
        .ok_or(Refusal::NotFound)
}

/// Inserts a file that the office attaches, before its bytes are on disk. Nobody can read the file until
/// [`complete_file`] is called.
pub(crate) fn begin_file(
    transaction: &Transaction<'_>,
    dossier_code: &str,
    id: &str,
    component: &str,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO attachments (id, dossier_code, file_id, component, name, media_type, metadata,
                                  size, received)
         VALUES (?1, ?2, ?1, ?3, '', '', '', 0, 0)",
        params![id, dossier_code, component],
    )?;
    Ok(())
}

/// Records that the bytes of a file are on disk.
pub(crate) fn complete_file(
    transaction: &Transaction<'_>,
    file: &ResultFile,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE attachments SET name = ?2, media_type = ?3, size = ?4, received = ?4, sha256 = ?5
         WHERE id = ?1",
        params![file.id, file.name, file.media_type, file.size, file.sha256],
    )?;
    Ok(())
}

/// Removes a file whose bytes were refused. The caller deletes it from disk.
pub(crate) fn remove_incomplete(transaction: &Transaction<'_>, id: &str) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM attachments WHERE id = ?1 AND sha256 IS NULL AND dossier_code IS NOT NULL",
        params![id],
    )?;
    Ok(())
}
