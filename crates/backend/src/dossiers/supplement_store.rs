//! Table of the office's requests for corrections and papers («Bổ sung hồ sơ»). A request is open until the citizen
//! replies, or until the dossier leaves the status 5 in another way. At most one request of a dossier is open.

use contract::dossier::{SentSupplement, SupplementItem, SupplementKind, SupplementRequest};
use contract::reply::ReplyKind;
use contract::time::Day;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::auth::random;
use crate::clock::timestamp;
use crate::refusal::Refusal;
use crate::store::drafts;

/// A new request of the office.
pub(crate) struct NewSupplement {
    /// What the office asks for.
    pub(crate) kind: SupplementKind,
    /// Why the office asks.
    pub(crate) reason: String,
    /// The answers and papers that the office asks for. Empty if it only wrote the reason.
    pub(crate) items: Vec<SupplementItem>,
    /// Last day on which the citizen can reply.
    pub(crate) until: Option<Day>,
}

/// Inserts an open request.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    code: &str,
    new: &NewSupplement,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO supplement_requests (id, dossier_code, kind, reason, items, until, asked_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            random::id()?,
            code,
            new.kind.key(),
            new.reason,
            serde_json::to_string(&new.items)?,
            new.until.as_ref().map(|day| &day.0),
            now,
        ],
    )?;
    Ok(())
}

/// The open request about a dossier.
pub(crate) fn find_open(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Option<SupplementRequest>, Refusal> {
    transaction
        .query_row(
            "SELECT id, kind, reason, items, until, asked_at FROM supplement_requests
             WHERE dossier_code = ?1 AND closed_at IS NULL",
            [code],
            |row| Ok(read(row)),
        )
        .optional()?
        .transpose()
}

/// The open request about a dossier, with the time at which the citizen's unfinished reply was saved.
pub(crate) fn find_open_with_reply(
    transaction: &Transaction<'_>,
    code: &str,
    now: i64,
) -> Result<Option<SupplementRequest>, Refusal> {
    let Some(request) = find_open(transaction, code)? else {
        return Ok(None);
    };
    let kind = ReplyKind::Supplement;
    let draft = drafts::find_reply(transaction, code, kind, Some(&request.id), now)?;
    // A reply that was only opened isn't begun.
    let draft = draft.filter(|draft| draft.version > 1 || draft.updated_at > draft.created_at);
    Ok(Some(SupplementRequest {
        saved_at: draft.map(|draft| timestamp(draft.updated_at)),
        ..request
    }))
}

/// Closes the open request about a dossier. `sent` is the citizen's reply, if they sent one.
pub(crate) fn close_request(
    transaction: &Transaction<'_>,
    code: &str,
    sent: Option<&SentSupplement>,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE supplement_requests SET closed_at = ?2, sent = ?3
         WHERE dossier_code = ?1 AND closed_at IS NULL",
        params![code, now, sent.map(serde_json::to_string).transpose()?],
    )?;
    Ok(())
}

/// The replies that the citizen has sent, the newest first.
pub(crate) fn list_sent(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Vec<SentSupplement>, Refusal> {
    let mut sent = transaction.prepare(
        "SELECT sent FROM supplement_requests WHERE dossier_code = ?1 AND sent IS NOT NULL
         ORDER BY closed_at DESC, rowid DESC",
    )?;
    let sent = sent.query_map([code], |row| row.get::<_, String>(0))?;
    sent.map(|json| Ok(serde_json::from_str(&json?)?)).collect()
}

/// Codes of the dossiers with an open request whose last day was before `today`.
pub(super) fn list_overdue(
    transaction: &Transaction<'_>,
    today: &Day,
) -> Result<Vec<String>, Refusal> {
    let mut overdue = transaction.prepare(
        "SELECT dossier_code FROM supplement_requests
         WHERE closed_at IS NULL AND until < ?1 ORDER BY until, rowid",
    )?;
    let overdue = overdue.query_map([&today.0], |row| row.get(0))?;
    Ok(overdue.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> Result<SupplementRequest, Refusal> {
    let kind: String = row.get("kind")?;
    Ok(SupplementRequest {
        id: row.get("id")?,
        kind: SupplementKind::from_key(&kind).unwrap_or_default(),
        reason: row.get("reason")?,
        items: serde_json::from_str(&row.get::<_, String>("items")?)?,
        until: row.get::<_, Option<String>>("until")?.map(Day),
        asked_at: timestamp(row.get("asked_at")?),
        saved_at: None,
    })
}
