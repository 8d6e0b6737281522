//! Tables of notices and of the outbox.

use contract::limits::PAGE_SIZE;
use contract::notice::{CitizenNotice, NoticeChannel, NoticeKind, NoticePage};
use contract::open_enum::UnknownText;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::auth::random;
use crate::clock::timestamp;
use crate::http::page_number::PageNumber;
use crate::refusal::Refusal;

/// How long a notice is kept, in seconds: two years.
const RETENTION_SECONDS: i64 = 2 * 366 * 24 * 3600;

/// A notice that is about to be stored.
pub(crate) struct NewNotice<'a> {
    /// Database key of the citizen's account.
    pub(crate) account_id: i64,
    /// What the notice tells.
    pub(crate) kind: NoticeKind,
    /// The whole notice: what happened, and where to look. It contains no name, no number of a person and no text of an
    /// officer.
    pub(crate) text: String,
    /// Code of the dossier that the notice is about.
    pub(crate) dossier: Option<&'a str>,
    /// Id of the draft that the notice is about.
    pub(crate) draft: Option<&'a str>,
    /// A key that only one notice of the account can have. `None` if the notice can't be a repetition.
    pub(crate) once_key: Option<String>,
}

/// Inserts a notice. Returns its number, or `None` if a notice with the same `once_key` exists.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    notice: &NewNotice<'_>,
    now: i64,
) -> Result<Option<i64>, Refusal> {
    let expired = now - RETENTION_SECONDS;
    transaction.execute("DELETE FROM notices WHERE at <= ?1", [expired])?;
    let number = transaction.query_row(
        "INSERT INTO notices (id, account_id, kind, text, dossier_code, draft_id, once_key, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (account_id, once_key) DO NOTHING RETURNING number",
        params![
            random::id()?,
            notice.account_id,
            notice.kind.key(),
            notice.text,
            notice.dossier,
            notice.draft,
            notice.once_key,
            now
        ],
        |row| row.get(0),
    );
    Ok(number.optional()?)
}

/// Puts a notice into the outbox, to be sent on this channel.
pub(super) fn insert_delivery(
    transaction: &Transaction<'_>,
    notice_number: i64,
    channel: NoticeChannel,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO deliveries (notice_number, channel, next_at) VALUES (?1, ?2, ?3)",
        params![notice_number, channel.key(), now],
    )?;
    Ok(())
}

/// Loads a page of an account's notices, the newest first.
pub(super) fn load_page(
    transaction: &Transaction<'_>,
    account_id: i64,
    page: PageNumber,
) -> Result<NoticePage, Refusal> {
    let total: u32 = transaction.query_row(
        "SELECT count(*) FROM notices WHERE account_id = ?1",
        [account_id],
        |row| row.get(0),
    )?;
    let skipped = i64::try_from(page.skipped_entries()).unwrap_or(i64::MAX);
    Ok(NoticePage {
        unread: count_unread(transaction, account_id)?,
        items: load(transaction, account_id, skipped, i64::from(PAGE_SIZE))?,
        page: page.get(),
        pages: total.div_ceil(PAGE_SIZE).max(1),
    })
}

/// Loads all notices of an account, the newest first.
pub(crate) fn load_all(
    transaction: &Transaction<'_>,
    account_id: i64,
) -> Result<Vec<CitizenNotice>, Refusal> {
    load(transaction, account_id, 0, i64::MAX)
}

fn load(
    transaction: &Transaction<'_>,
    account_id: i64,
    skipped: i64,
    most: i64,
) -> Result<Vec<CitizenNotice>, Refusal> {
    let mut notices = transaction.prepare(
        "SELECT id, kind, at, text, dossier_code, draft_id, read_at IS NOT NULL FROM notices
         WHERE account_id = ?1 ORDER BY number DESC LIMIT ?3 OFFSET ?2",
    )?;
    let notices = notices.query_map(params![account_id, skipped, most], read)?;
    Ok(notices.collect::<Result<_, _>>()?)
}

/// The kind of a stored notice. A newer backend may have stored a kind that this one doesn't know.
pub(super) fn read_kind(key: &str) -> NoticeKind {
    NoticeKind::from_key(key).unwrap_or_else(|| NoticeKind::Other(UnknownText::new(key)))
}

fn read(row: &Row<'_>) -> rusqlite::Result<CitizenNotice> {
    Ok(CitizenNotice {
        id: row.get(0)?,
        kind: read_kind(&row.get::<_, String>(1)?),
        at: timestamp(row.get(2)?),
        text: row.get(3)?,
        dossier: row.get(4)?,
        draft: row.get(5)?,
        read: row.get(6)?,
    })
}

/// The number of an account's unread notices.
pub(super) fn count_unread(transaction: &Transaction<'_>, account_id: i64) -> Result<u32, Refusal> {
    let count = "SELECT count(*) FROM notices WHERE account_id = ?1 AND read_at IS NULL";
    Ok(transaction.query_row(count, [account_id], |row| row.get(0))?)
}

/// Marks the notice with this id and all older ones of the account as read. Returns whether one of them was unread.
pub(super) fn mark_read(
    transaction: &Transaction<'_>,
    account_id: i64,
    up_to: &str,
    now: i64,
) -> Result<bool, Refusal> {
    let marked = transaction.execute(
        "UPDATE notices SET read_at = ?3 WHERE account_id = ?1 AND read_at IS NULL AND number <=
             (SELECT number FROM notices WHERE id = ?2 AND account_id = ?1)",
        params![account_id, up_to, now],
    )?;
    Ok(marked > 0)
}
