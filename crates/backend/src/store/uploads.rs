//! Table of uploads. The bytes of a file are synced to disk before the database records them as received.

use contract::attachment::Attachment;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::draft_expiry;
use crate::refusal::Refusal;

/// An attachment of a draft. Some of its bytes may not have arrived yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    /// Opaque id of the upload, which is also the name of the file on disk.
    pub(crate) id: String,
    /// Id of the draft that the upload belongs to.
    pub(crate) draft_id: String,
    /// Id that the client chose for the file.
    pub(crate) file_id: String,
    /// Code of the component that the file is attached to.
    pub(crate) component: String,
    /// Name of the file in NFC, without folders and invisible characters.
    pub(crate) name: String,
    /// Media type. Until the file is complete, it is the type that the client declared. After that, it is the type of
    /// the file's content.
    pub(crate) media_type: String,
    /// The `Upload-Metadata` header as it was received. It is stored, because tus returns it.
    pub(crate) metadata: String,
    /// Size of the complete file, in bytes.
    pub(crate) size: u64,
    /// Number of bytes that have been received and synced to disk.
    pub(crate) received: u64,
    /// SHA-256 in hexadecimal digits. `None` until the file is complete and accepted.
    pub(crate) sha256: Option<String>,
    /// Time of the last change of the draft, in Unix seconds.
    pub(crate) draft_updated_at: i64,
}

impl Upload {
    /// Converts the upload to its API type.
    pub(crate) fn into_api(self) -> Attachment {
        Attachment {
            id: self.id,
            component: self.component,
            name: self.name,
            media_type: self.media_type,
            size: self.size,
            received: self.received,
            sha256: self.sha256,
        }
    }
}

/// Selects the columns that [`read`] expects. Uploads that are already part of a dossier have no draft, so this query
/// doesn't find them.
const SELECT: &str =
    "SELECT attachments.id, draft_id, file_id, component, name, media_type, metadata,
        size, received, sha256, drafts.updated_at AS draft_updated_at
    FROM attachments JOIN drafts ON drafts.id = draft_id";

/// Inserts an upload whose bytes haven't arrived yet.
pub(crate) fn insert(transaction: &Transaction<'_>, upload: &Upload) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO attachments (id, draft_id, file_id, component, name, media_type, metadata, size,
                                  received)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)",
        params![
            upload.id,
            upload.draft_id,
            upload.file_id,
            upload.component,
            upload.name,
            upload.media_type,
            upload.metadata,
            upload.size,
        ],
    )?;
    Ok(())
}

/// Loads the uploads of a draft, oldest first.
pub(crate) fn list(transaction: &Transaction<'_>, draft_id: &str) -> Result<Vec<Upload>, Refusal> {
    let mut uploads = transaction.prepare(&format!(
        "{SELECT} WHERE draft_id = ?1 ORDER BY attachments.rowid"
    ))?;
    let uploads = uploads.query_map(params![draft_id], read)?;
    Ok(uploads.collect::<Result<Vec<_>, _>>()?)
}

/// The announced size of all files that an account has attached to drafts, in bytes. Expired drafts count until they are
/// deleted.
pub(crate) fn unsent_bytes(transaction: &Transaction<'_>, account_id: i64) -> Result<u64, Refusal> {
    let select =
        "SELECT coalesce(sum(size), 0) FROM attachments JOIN drafts ON drafts.id = draft_id
                  WHERE account_id = ?1";
    Ok(transaction.query_row(select, [account_id], |row| row.get(0))?)
}

/// Returns the names of a draft's files on disk.
pub(crate) fn files_of_draft(
    transaction: &Transaction<'_>,
    draft_id: &str,
) -> Result<Vec<String>, Refusal> {
    let mut files = transaction.prepare("SELECT id FROM attachments WHERE draft_id = ?1")?;
    let files = files.query_map(params![draft_id], |row| row.get(0))?;
    Ok(files.collect::<Result<Vec<_>, _>>()?)
}

/// Finds an upload in the drafts of this account. [`Refusal::NotFound`] if it belongs to another citizen, or is already
/// part of a dossier.
pub(crate) fn find(
    transaction: &Transaction<'_>,
    account_id: i64,
    id: &str,
    now: i64,
) -> Result<Upload, Refusal> {
    transaction
        .query_row(
            &format!(
                "{SELECT} WHERE attachments.id = ?1 AND account_id = ?2 AND drafts.updated_at >= ?3"
            ),
            params![id, account_id, draft_expiry::expiry_cutoff(now)],
            read,
        )
        .optional()?
        .ok_or(Refusal::NotFound)
}

/// Records the number of bytes on disk. [`Refusal::NotFound`] if the upload has been deleted in the meantime.
pub(crate) fn record_received(
    transaction: &Transaction<'_>,
    id: &str,
    received: u64,
) -> Result<(), Refusal> {
    let rows = transaction.execute(
        "UPDATE attachments SET received = ?2 WHERE id = ?1 AND draft_id IS NOT NULL",
        params![id, received],
    )?;
    (rows == 1).then_some(()).ok_or(Refusal::NotFound)
}

/// Records that the file is complete, with its SHA-256, its media type, and its name with the right extension.
pub(crate) fn record_complete(
    transaction: &Transaction<'_>,
    complete: &Upload,
) -> Result<(), Refusal> {
    let rows = transaction.execute(
        "UPDATE attachments SET received = size, sha256 = ?2, media_type = ?3, name = ?4
         WHERE id = ?1 AND draft_id IS NOT NULL",
        params![
            complete.id,
            complete.sha256,
            complete.media_type,
            complete.name
        ],
    )?;
    (rows == 1).then_some(()).ok_or(Refusal::NotFound)
}

/// Deletes an upload from the database. The caller deletes the file.
pub(crate) fn remove(transaction: &Transaction<'_>, id: &str) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM attachments WHERE id = ?1 AND draft_id IS NOT NULL",
        params![id],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Upload> {
    Ok(Upload {
        id: row.get("id")?,
        draft_id: row.get("draft_id")?,
        file_id: row.get("file_id")?,
        component: row.get("component")?,
        name: row.get("name")?,
        media_type: row.get("media_type")?,
        metadata: row.get("metadata")?,
        size: row.get("size")?,
        received: row.get("received")?,
        sha256: row.get("sha256")?,
        draft_updated_at: row.get("draft_updated_at")?,
    })
}
