//! Table of the messages between the citizen and the office.

use contract::account_data::DossierMessage;
use contract::dossier::{Message, MessageAuthor, MessageCount};
use contract::receipt::ReceivedFile;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::auth::random;
use crate::clock::timestamp;
use crate::refusal::Refusal;

/// A message to store.
pub(crate) struct NewDossierMessage<'a> {
    /// Code of the dossier that the message is about.
    pub(crate) dossier_code: &'a str,
    /// Name of the office that writes. `None` if the citizen writes.
    pub(crate) office: Option<&'a str>,
    pub(crate) text: &'a str,
    /// The files of the message, which the dossier already has.
    pub(crate) files: &'a [ReceivedFile],
    /// Time of the message, in Unix seconds.
    pub(crate) sent_at: i64,
}

/// Stores a message, and returns it.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    message: &NewDossierMessage<'_>,
) -> Result<Message, Refusal> {
    let id = random::id()?;
    transaction.execute(
        "INSERT INTO dossier_messages (id, dossier_code, office, text, files, sent_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id,
            message.dossier_code,
            message.office,
            message.text,
            serde_json::to_string(message.files)?,
            message.sent_at,
        ],
    )?;
    find(transaction, message.dossier_code, &id)?.ok_or(Refusal::NotFound)
}

/// Finds a message of a dossier.
pub(super) fn find(
    transaction: &Transaction<'_>,
    code: &str,
    id: &str,
) -> Result<Option<Message>, Refusal> {
    let select = format!("{SELECT} WHERE dossier_code = ?1 AND id = ?2");
    let message = transaction
        .query_row(&select, params![code, id], |row| Ok(read(row)))
        .optional()?;
    message.transpose()
}

/// Selects the columns that [`read`] expects.
const SELECT: &str = "SELECT id, office, text, files, sent_at, read_at FROM dossier_messages";

/// Loads messages of a dossier, the newest first: at most `most`, after the newest `skipped`.
pub(crate) fn list(
    transaction: &Transaction<'_>,
    code: &str,
    most: u32,
    skipped: u64,
) -> Result<Vec<Message>, Refusal> {
    let mut messages = transaction.prepare(&format!(
        "{SELECT} WHERE dossier_code = ?1 ORDER BY number DESC LIMIT ?2 OFFSET ?3"
    ))?;
    let messages = messages.query_map(params![code, most, skipped], |row| Ok(read(row)))?;
    messages.map(|message| message?).collect()
}

/// Loads all messages about the dossiers of an account, the oldest first.
pub(crate) fn list_of_account(
    transaction: &Transaction<'_>,
    account_id: i64,
) -> Result<Vec<DossierMessage>, Refusal> {
    let mut messages = transaction.prepare(
        "SELECT dossier_code, id, dossier_messages.office, text, dossier_messages.files, sent_at, read_at
         FROM dossier_messages JOIN dossiers ON dossiers.code = dossier_code
         WHERE account_id = ?1 ORDER BY number",
    )?;
    let messages = messages.query_map([account_id], |row| {
        let dossier = row.get("dossier_code")?;
        Ok(read(row).map(|message| DossierMessage { dossier, message }))
    })?;
    messages.map(|message| message?).collect()
}

/// Counts the messages of a dossier.
pub(super) fn count(transaction: &Transaction<'_>, code: &str) -> Result<MessageCount, Refusal> {
    let select = "SELECT count(*), count(*) FILTER (WHERE office IS NOT NULL AND read_at IS NULL)
                  FROM dossier_messages WHERE dossier_code = ?1";
    Ok(transaction.query_row(select, [code], |row| {
        Ok(MessageCount {
            total: row.get(0)?,
            unread: row.get(1)?,
        })
    })?)
}

/// Marks a message and all older ones as read. Returns whether the dossier has the message.
pub(super) fn mark_read_up_to(
    transaction: &Transaction<'_>,
    code: &str,
    last: &str,
    now: i64,
) -> Result<bool, Refusal> {
    let number: Option<i64> = transaction
        .query_row(
            "SELECT number FROM dossier_messages WHERE dossier_code = ?1 AND id = ?2",
            params![code, last],
            |row| row.get(0),
        )
        .optional()?;
    transaction.execute(
        "UPDATE dossier_messages SET read_at = ?3
         WHERE dossier_code = ?1 AND number <= ?2 AND office IS NOT NULL AND read_at IS NULL",
        params![code, number, now],
    )?;
    Ok(number.is_some())
}

fn read(row: &Row<'_>) -> Result<Message, Refusal> {
    let office: Option<String> = row.get("office")?;
    let read_at: Option<i64> = row.get("read_at")?;
    let author = match office {
        Some(_) => MessageAuthor::Office,
        None => MessageAuthor::Citizen,
    };
    Ok(Message {
        id: row.get("id")?,
        author,
        unread: office.is_some() && read_at.is_none(),
        office,
        sent_at: timestamp(row.get("sent_at")?),
        text: row.get("text")?,
        files: serde_json::from_str(&row.get::<_, String>("files")?)?,
    })
}
