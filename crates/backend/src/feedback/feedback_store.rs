//! What was written, in the store. No address is kept with it: it says no more about its writer than he did.

use rusqlite::{Transaction, params};

use crate::refusal::Refusal;

/// A message that was received.
pub(crate) struct Received {
    /// Who wrote it, as he says.
    pub(crate) name: String,
    /// Its title.
    pub(crate) title: String,
    /// What it says.
    pub(crate) content: String,
    /// When, in unix seconds.
    pub(crate) at: i64,
}

/// Keeps a message.
pub(super) fn insert(transaction: &Transaction<'_>, message: &Received) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO feedback (name, title, content, at) VALUES (?1, ?2, ?3, ?4)",
        params![message.name, message.title, message.content, message.at],
    )?;
    Ok(())
}

/// The latest messages, the newest first.
pub(crate) fn latest(transaction: &Transaction<'_>, most: u32) -> Result<Vec<Received>, Refusal> {
    let mut messages = transaction
        .prepare("SELECT name, title, content, at FROM feedback ORDER BY id DESC LIMIT ?1")?;
    let messages = messages.query_map(params![most], |row| {
        Ok(Received {
            name: row.get(0)?,
            title: row.get(1)?,
            content: row.get(2)?,
            at: row.get(3)?,
        })
    })?;
    Ok(messages.collect::<Result<_, _>>()?)
}
