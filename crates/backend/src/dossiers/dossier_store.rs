//! Table of dossiers. The receipt is stored as it was issued and never changes, because it is the citizen's proof.

use contract::dossier::DossierStatus;
use contract::draft::ForWhom;
use contract::form::Answers;
use contract::receipt::Receipt;
use contract::time::Day;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::history;
use crate::refusal::Refusal;

/// A dossier as the database stores it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDossier {
    /// The receipt, which contains code, procedure, agency, files and delivery.
    pub(crate) receipt: Receipt,
    /// For a part of a group: code of the group's dossier.
    pub(crate) whole: Option<String>,
    /// Whom the filing is for.
    pub(crate) for_whom: ForWhom,
    /// When the result is due. `None` for a part that waits for another part.
    pub(crate) due_on: Option<Day>,
    /// Phone of the citizen.
    pub(crate) phone: Option<String>,
    /// The answers.
    pub(crate) answers: Answers,
    /// Key of the form.
    pub(crate) form: String,
    /// The status.
    pub(crate) status: DossierStatus,
    /// Whether a payment is due that can be made online.
    pub(crate) open_fee: bool,
    /// Whether the citizen has withdrawn the dossier with the office's consent.
    pub(crate) withdrawn: bool,
    /// The office that has the dossier now.
    pub(crate) office: String,
    /// The officer who handles it.
    pub(crate) handler: Option<String>,
    /// The last note of the office.
    pub(crate) note: Option<String>,
    /// Last change, in Unix seconds.
    pub(crate) updated_at: i64,
}

/// The request that a dossier comes from, so that repeating it creates no second dossier.
pub(super) struct SubmissionOrigin<'a> {
    /// The citizen's account.
    pub(super) account_id: i64,
    /// The draft that becomes the dossier.
    pub(super) draft_id: &'a str,
    /// The `Idempotency-Key`.
    pub(super) key: &'a str,
    /// Hash of the request, for comparing repeated requests.
    pub(super) body_hash: &'a [u8],
}

/// Selects the columns that [`read`] expects.
const SELECT: &str =
    "SELECT receipt, whole, for_whom, due_on, phone, answers, form, status, open_fee, withdrawn,
        office, handler, note, updated_at
    FROM dossiers JOIN accounts ON accounts.id = account_id LEFT JOIN dossier_parts USING (code)";

/// The account that a dossier belongs to.
pub(crate) fn owner(transaction: &Transaction<'_>, code: &str) -> Result<i64, Refusal> {
    let select = "SELECT account_id FROM dossiers WHERE code = ?1";
    Ok(transaction.query_row(select, [code], |row| row.get(0))?)
}

/// Inserts a dossier, moves the draft's files to it and deletes the draft.
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

/// Inserts the row of a dossier. For a part of a group the files stay with the group's dossier.
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

/// The receipt that a request with this idempotency key got, and the hash of that request.
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

/// A dossier of this account.
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

/// A dossier of any account, for the officer.
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

/// The last changed dossiers of all accounts, for the officer. Parts of a group are left out.
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

/// Stores the changes of the office.
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
