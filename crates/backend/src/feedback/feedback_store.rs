//! The feedback in the database. The client IP isn't stored, so a message contains only what its sender entered.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// A feedback message.
pub(crate) struct StoredFeedback {
    /// The sender's name, as entered.
    pub(crate) name: String,
    /// The title.
    pub(crate) title: String,
    /// The content.
    pub(crate) content: String,
    /// The time of receipt, in Unix seconds.
    pub(crate) at: i64,
}

/// Stores a message.
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

/// The latest messages, newest first.
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
