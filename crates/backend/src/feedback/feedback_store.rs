//! Table of feedback messages. The IP address of the sender isn't stored, so a message contains only the data that the
//! sender entered.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// A feedback message as the database stores it.
pub(crate) struct StoredFeedback {
    /// The name that the sender entered.
    pub(crate) name: String,
    /// The title of the message.
    pub(crate) title: String,
    /// The text of the message.
    pub(crate) content: String,
    /// When the message was received, in Unix seconds.
    pub(crate) at: i64,
}

/// Stores a feedback message.
pub(super) fn insert_feedback(
    transaction: &Transaction<'_>,
    message: &StoredFeedback,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO feedback (name, title, content, at) VALUES (?1, ?2, ?3, ?4)",
        params![message.name, message.title, message.content, message.at],
    )?;
    Ok(())
}

/// Loads the latest feedback messages, newest first.
pub(crate) fn latest_feedback(
    transaction: &Transaction<'_>,
    most: u32,
) -> Result<Vec<StoredFeedback>, Refusal> {
    let mut messages = transaction
        .prepare("SELECT name, title, content, at FROM feedback ORDER BY id DESC LIMIT ?1")?;
    let messages = messages.query_map(params![most], |row| {
        Ok(StoredFeedback {
            name: row.get(0)?,
            title: row.get(1)?,
            content: row.get(2)?,
            at: row.get(3)?,
        })
    })?;
    Ok(messages.collect::<Result<_, _>>()?)
}
