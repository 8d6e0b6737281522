//! Uploads in the store: how long, how much of it is on disk, whose. What the store says is received
//! has been synced to the disk before.

use contract::attachment::Attachment;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::draft_expiry;
use crate::refusal::Refusal;

/// An upload of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    /// Opaque id, also the name of the file on disk.
    pub(crate) id: String,
    /// The draft it belongs to.
    pub(crate) draft_id: String,
    /// The device's own id of the file.
    pub(crate) file_id: String,
    /// Code of the component.
    pub(crate) component: String,
    /// Cleaned name, NFC.
    pub(crate) name: String,
    /// As found in the bytes; as declared until the file is whole.
    pub(crate) media_type: String,
    /// `Upload-Metadata` as it came; tus wants it back.
    pub(crate) metadata: String,
    /// Whole length, in bytes.
    pub(crate) size: u64,
    /// Bytes safely on disk.
    pub(crate) received: u64,
    /// sha-256 in hex, once whole and sound.
    pub(crate) sha256: Option<String>,
    /// When its draft last changed, in unix seconds.
    pub(crate) draft_updated_at: i64,
}

impl Upload {
    /// The upload as it travels.
    pub(crate) fn to_api(self) -> Attachment {
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

const SELECT: &str =
    "SELECT attachments.id, draft_id, file_id, component, name, media_type, metadata,
        size, received, sha256, drafts.updated_at AS draft_updated_at
    FROM attachments JOIN drafts ON drafts.id = draft_id";

/// Keeps a new upload.
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

/// The uploads of a draft, in the order in which they began.
pub(crate) fn of_draft(
    transaction: &Transaction<'_>,
    draft_id: &str,
) -> Result<Vec<Upload>, Refusal> {
    let mut uploads = transaction.prepare(&format!(
        "{SELECT} WHERE draft_id = ?1 ORDER BY attachments.rowid"
    ))?;
    let uploads = uploads.query_map(params![draft_id], read)?;
    Ok(uploads.collect::<Result<Vec<_>, _>>()?)
}

/// Names of a draft's files on disk.
pub(crate) fn files_of_draft(
    transaction: &Transaction<'_>,
    draft_id: &str,
) -> Result<Vec<String>, Refusal> {
    let mut files = transaction.prepare("SELECT id FROM attachments WHERE draft_id = ?1")?;
    let files = files.query_map(params![draft_id], |row| row.get(0))?;
    Ok(files.collect::<Result<Vec<_>, _>>()?)
}

/// The owner's upload; another citizen's is [`Refusal::NotFound`], and so is one already sent.
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
            params![id, account_id, draft_expiry::oldest_kept(now)],
            read,
        )
        .optional()?
        .ok_or(Refusal::NotFound)
}

/// Records how much is on disk. [`Refusal::NotFound`] when the upload was removed meanwhile.
pub(crate) fn record(
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

/// Records that an upload is whole, and what it is.
pub(crate) fn record_whole(
    transaction: &Transaction<'_>,
    id: &str,
    sha256: &str,
    media_type: &str,
) -> Result<(), Refusal> {
    let rows = transaction.execute(
        "UPDATE attachments SET received = size, sha256 = ?2, media_type = ?3
         WHERE id = ?1 AND draft_id IS NOT NULL",
        params![id, sha256, media_type],
    )?;
    (rows == 1).then_some(()).ok_or(Refusal::NotFound)
}

/// Removes an upload's row.
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
