//! Dossiers in the store. The receipt is kept as it was given: it is the citizen's proof and doesn't
//! change with the data or the program.

use contract::dossier::DossierStatus;
use contract::draft::ForWhom;
use contract::form::Answers;
use contract::receipt::Receipt;
use contract::time::Day;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::history;
use crate::refusal::Refusal;

/// A dossier as the store keeps it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDossier {
    /// The receipt, with code, procedure, agency, files and delivery.
    pub(crate) receipt: Receipt,
    /// Code of the group's dossier, of which this is a part.
    pub(crate) whole: Option<String>,
    /// Whom the filing is for.
    pub(crate) for_whom: ForWhom,
    /// When the result is due; not yet, for a part that waits for another.
    pub(crate) due_on: Option<Day>,
    /// Phone of the citizen.
    pub(crate) phone: Option<String>,
    /// Answers.
    pub(crate) answers: Answers,
    /// Key of the form.
    pub(crate) form: String,
    /// Status.
    pub(crate) status: DossierStatus,
    /// A payment that can be made online is waiting.
    pub(crate) open_fee: bool,
    /// The office has agreed to a withdrawal.
    pub(crate) withdrawn: bool,
    /// Which office holds it.
    pub(crate) office: String,
    /// Who handles it.
    pub(crate) handler: Option<String>,
    /// What the office wrote last.
    pub(crate) note: Option<String>,
    /// Unix seconds.
    pub(crate) updated_at: i64,
}

/// From which request a dossier came, so that the same request makes no second one.
pub(super) struct SubmissionOrigin<'a> {
    /// The owner.
    pub(super) account_id: i64,
    /// The draft that it was.
    pub(super) draft_id: &'a str,
    /// `Idempotency-Key`.
    pub(super) key: &'a str,
    /// sha-256 of what was sent.
    pub(super) body_hash: &'a [u8],
}

const SELECT: &str =
    "SELECT receipt, whole, for_whom, due_on, phone, answers, form, status, open_fee, withdrawn,
        office, handler, note, updated_at
    FROM dossiers JOIN accounts ON accounts.id = account_id LEFT JOIN dossier_parts USING (code)";

/// The account whose dossier it is.
pub(crate) fn owner(transaction: &Transaction<'_>, code: &str) -> Result<i64, Refusal> {
    let select = "SELECT account_id FROM dossiers WHERE code = ?1";
    Ok(transaction.query_row(select, [code], |row| row.get(0))?)
}

/// Turns a draft into a dossier: its files move over and the draft is gone.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    origin: &SubmissionOrigin<'_>,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    insert_row(transaction, origin, origin.key, dossier)?;
    transaction.execute(
        "UPDATE attachments SET draft_id = NULL, dossier_code = ?2 WHERE draft_id = ?1",
        params![origin.draft_id, dossier.receipt.code],
    )?;
    transaction.execute("DELETE FROM drafts WHERE id = ?1", params![origin.draft_id])?;
    Ok(())
}

/// Keeps a dossier under a key; whatever it is a part of has its files.
pub(super) fn insert_row(
    transaction: &Transaction<'_>,
    origin: &SubmissionOrigin<'_>,
    key: &str,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO dossiers (code, account_id, sent_key, body_hash, receipt, answers, form, status,
                               open_fee, withdrawn, office, updated_at, for_whom, due_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, ?9, ?10, ?11, ?12)",
        params![
            dossier.receipt.code,
            origin.account_id,
            key,
            origin.body_hash,
            serde_json::to_string(&dossier.receipt)?,
            serde_json::to_string(&dossier.answers)?,
            dossier.form,
            u8::from(dossier.status),
            dossier.office,
            dossier.updated_at,
            serde_json::to_string(&dossier.for_whom)?,
            dossier.due_on.as_ref().map(|day| &day.0),
        ],
    )?;
    Ok(())
}

/// The receipt that this key has already brought, and the hash of what was sent then.
pub(super) fn find_by_key(
    transaction: &Transaction<'_>,
    account_id: i64,
    key: &str,
) -> Result<Option<(Receipt, Vec<u8>)>, Refusal> {
    let sent = transaction
        .query_row(
            "SELECT receipt, body_hash FROM dossiers WHERE account_id = ?1 AND sent_key = ?2",
            params![account_id, key],
            |row| Ok((row.get::<_, String>(0)?, row.get(1)?)),
        )
        .optional()?;
    sent.map(|(receipt, hash)| Ok((serde_json::from_str(&receipt)?, hash)))
        .transpose()
}

/// The owner's dossier.
pub(crate) fn find(
    transaction: &Transaction<'_>,
    account_id: i64,
    code: &str,
) -> Result<StoredDossier, Refusal> {
    transaction
        .query_row(
            &format!("{SELECT} WHERE code = ?1 AND account_id = ?2"),
            params![code, account_id],
            |row| Ok(read(row)),
        )
        .optional()?
        .ok_or(Refusal::NotFound)?
}

/// Any dossier, for its officer.
pub(crate) fn find_for_officer(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<StoredDossier, Refusal> {
    transaction
        .query_row(&format!("{SELECT} WHERE code = ?1"), params![code], |row| {
            Ok(read(row))
        })
        .optional()?
        .ok_or(Refusal::NotFound)?
}

/// The dossiers that changed last, whoever's they are, for the officer; the parts of a group are with their whole.
pub(crate) fn latest_for_officer(
    transaction: &Transaction<'_>,
    most: u32,
) -> Result<Vec<StoredDossier>, Refusal> {
    let mut dossiers = transaction.prepare(&format!(
        "{SELECT} WHERE whole IS NULL ORDER BY updated_at DESC, code DESC LIMIT ?1"
    ))?;
    let dossiers = dossiers.query_map(params![most], |row| Ok(read(row)))?;
    dossiers.map(|dossier| dossier?).collect()
}

/// Keeps what the office changed.
pub(crate) fn update(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE dossiers SET status = ?2, open_fee = ?3, withdrawn = ?4, office = ?5, handler = ?6,
                             note = ?7, updated_at = ?8, due_on = ?9
         WHERE code = ?1",
        params![
            dossier.receipt.code,
            u8::from(dossier.status),
            dossier.open_fee,
            dossier.withdrawn,
            dossier.office,
            dossier.handler,
            dossier.note,
            dossier.updated_at,
            dossier.due_on.as_ref().map(|day| &day.0),
        ],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<StoredDossier, Refusal> {
    Ok(StoredDossier {
        receipt: serde_json::from_str(&row.get::<_, String>("receipt")?)?,
        whole: row.get("whole")?,
        for_whom: serde_json::from_str(&row.get::<_, String>("for_whom")?)?,
        due_on: row.get::<_, Option<String>>("due_on")?.map(Day),
        phone: row.get("phone")?,
        answers: serde_json::from_str(&row.get::<_, String>("answers")?)?,
        form: row.get("form")?,
        status: history::status(row.get("status")?)?,
        open_fee: row.get("open_fee")?,
        withdrawn: row.get("withdrawn")?,
        office: row.get("office")?,
        handler: row.get("handler")?,
        note: row.get("note")?,
        updated_at: row.get("updated_at")?,
    })
}
