//! Table of dossiers. The receipt is stored exactly as it was issued and never changes, because it is the citizen's
//! proof.

use contract::dossier::DossierStatus;
use contract::draft::ForWhom;
use contract::form::Answers;
use contract::receipt::{Receipt, ReceivedFile};
use contract::time::Day;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::history;
use crate::refusal::{DraftEnd, Refusal};
use crate::store::drafts;

/// A dossier as the database stores it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDossier {
    /// The receipt. It contains the code, procedure, agency and delivery of the dossier, and the files that were sent
    /// with it.
    pub(crate) receipt: Receipt,
    /// Code of the group's dossier. `None` unless this dossier is a part of a group.
    pub(crate) whole: Option<String>,
    /// The person for whom the citizen files the dossier.
    pub(crate) for_whom: ForWhom,
    /// Date on which the result is due. `None` for a part that waits for another part, and for a procedure without a
    /// processing time.
    pub(crate) due_on: Option<Day>,
    /// The answers of the dossier. For a part of a group, the answers of its declaration.
    pub(crate) answers: Answers,
    /// The files that the dossier has now. A reply replaces files of the receipt.
    pub(crate) files: Vec<ReceivedFile>,
    /// Key of the form that the answers belong to.
    pub(crate) form: String,
    /// The status of the dossier.
    pub(crate) status: DossierStatus,
    /// Whether the citizen must make a payment that can be made online.
    pub(crate) open_fee: bool,
    /// Whether the citizen has withdrawn the dossier and the office has agreed.
    pub(crate) withdrawn: bool,
    /// The office that handles the dossier now.
    pub(crate) office: String,
    /// The officer who handles the dossier. `None` if no officer is assigned.
    pub(crate) handler: Option<String>,
    /// The latest note of the office to the citizen.
    pub(crate) note: Option<String>,
    /// Time of the last change, in Unix seconds.
    pub(crate) updated_at: i64,
}

/// The request that creates a dossier. It is stored, so that a repeated request creates no second dossier.
pub(super) struct SubmissionOrigin<'a> {
    /// Database key of the citizen's account.
    pub(super) account_id: i64,
    /// Id of the draft that becomes the dossier.
    pub(super) draft_id: &'a str,
    /// Value of the request's header `Idempotency-Key`.
    pub(super) key: &'a str,
    /// Hash of the request. A repeated request must have the same hash.
    pub(super) body_hash: &'a [u8],
}

/// Selects the columns that [`read`] expects.
const SELECT: &str =
    "SELECT receipt, whole, for_whom, due_on, answers, files, form, status, open_fee, withdrawn,
        office, handler, note, updated_at
    FROM dossiers LEFT JOIN dossier_parts USING (code)";

/// Returns the database key of the account that a dossier belongs to.
pub(crate) fn owner(transaction: &Transaction<'_>, code: &str) -> Result<i64, Refusal> {
    let select = "SELECT account_id FROM dossiers WHERE code = ?1";
    Ok(transaction.query_row(select, [code], |row| row.get(0))?)
}

/// Inserts a dossier, assigns the files on its receipt to it, and deletes the draft with all its other files.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    origin: &SubmissionOrigin<'_>,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    insert_row(transaction, origin, origin.key, dossier)?;
    assign_files(
        transaction,
        origin.draft_id,
        &dossier.receipt.code,
        &dossier.receipt.files,
    )?;
    let end = DraftEnd::Sent {
        dossier_code: dossier.receipt.code.clone(),
    };
    // The caller deletes the files that weren't sent.
    drafts::end(transaction, origin.draft_id, end, dossier.updated_at).map(drop)
}

/// Inserts only the row of a dossier, without its files. The files of a part belong to the group's dossier.
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

/// Finds the dossier that a request with this idempotency key created. Returns its receipt and the hash of that
/// request.
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

/// Finds a dossier of this account by code. `NotFound` if it belongs to another account.
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

/// Finds a dossier of any account by code. Only for code that acts for the office.
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

/// Loads the most recently changed dossiers of all accounts, for the officer. Parts of groups are left out.
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

/// Saves the properties of a dossier that the office can change.
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

/// Saves the answers and files that a reply has changed.
pub(crate) fn update_content(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE dossiers SET answers = ?2, files = ?3 WHERE code = ?1",
        params![
            dossier.receipt.code,
            serde_json::to_string(&dossier.answers)?,
            serde_json::to_string(&dossier.files)?,
        ],
    )?;
    Ok(())
}

/// Assigns the files of a reply to its dossier. They must be done before the draft of the reply is deleted.
pub(crate) fn assign_files(
    transaction: &Transaction<'_>,
    draft_id: &str,
    code: &str,
    files: &[ReceivedFile],
) -> Result<(), Refusal> {
    let mut assign = transaction.prepare(
        "UPDATE attachments SET draft_id = NULL, dossier_code = ?2 WHERE id = ?3 AND draft_id = ?1",
    )?;
    for file in files {
        assign.execute(params![draft_id, code, file.id])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<StoredDossier, Refusal> {
    let receipt: Receipt = serde_json::from_str(&row.get::<_, String>("receipt")?)?;
    let files: Option<String> = row.get("files")?;
    Ok(StoredDossier {
        files: match files {
            Some(files) => serde_json::from_str(&files)?,
            None => receipt.files.clone(),
        },
        receipt,
        whole: row.get("whole")?,
        for_whom: serde_json::from_str(&row.get::<_, String>("for_whom")?)?,
        due_on: row.get::<_, Option<String>>("due_on")?.map(Day),
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
