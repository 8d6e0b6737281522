//! Dossiers in the store. The receipt is kept as it was given: it is the citizen's proof and doesn't
//! change with the data or the program.

use contract::dossier::{Dossier, Status, Tab};
use contract::form::Answers;
use contract::receipt::Receipt;
use domain::status::tab;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::history;
use crate::clock::timestamp;
use crate::refusal::Refusal;

/// A dossier as the store keeps it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDossier {
    /// The receipt, with code, procedure, agency, files and delivery.
    pub(crate) receipt: Receipt,
    /// Phone of the citizen.
    pub(crate) phone: String,
    /// Answers.
    pub(crate) answers: Answers,
    /// Key of the form.
    pub(crate) form: String,
    /// Status.
    pub(crate) status: Status,
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
pub(super) struct Origin<'a> {
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
    "SELECT receipt, phone, answers, form, status, open_fee, withdrawn, office, handler,
        note, updated_at
    FROM dossiers JOIN accounts ON accounts.id = account_id";

/// Turns a draft into a dossier: its files move over and the draft is gone.
pub(super) fn insert(
    transaction: &Transaction<'_>,
    origin: &Origin<'_>,
    dossier: &StoredDossier,
) -> Result<(), Refusal> {
    let code = &dossier.receipt.code;
    transaction.execute(
        "INSERT INTO dossiers (code, account_id, sent_key, body_hash, receipt, answers, form, status,
                               open_fee, withdrawn, office, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0, ?9, ?10)",
        params![
            code,
            origin.account_id,
            origin.key,
            origin.body_hash,
            serde_json::to_string(&dossier.receipt)?,
            serde_json::to_string(&dossier.answers)?,
            dossier.form,
            u8::from(dossier.status),
            dossier.office,
            dossier.updated_at,
        ],
    )?;
    transaction.execute(
        "UPDATE attachments SET draft_id = NULL, dossier_code = ?2 WHERE draft_id = ?1",
        params![origin.draft_id, code],
    )?;
    transaction.execute("DELETE FROM drafts WHERE id = ?1", params![origin.draft_id])?;
    Ok(())
}

/// The receipt that this key has already brought, and the hash of what was sent then.
pub(super) fn sent_with(
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
pub(super) fn find(
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

/// The dossiers that changed last, whoever's they are, for the officer.
pub(crate) fn latest_for_officer(
    transaction: &Transaction<'_>,
    most: u32,
) -> Result<Vec<StoredDossier>, Refusal> {
    let mut dossiers = transaction.prepare(&format!(
        "{SELECT} ORDER BY updated_at DESC, code DESC LIMIT ?1"
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
                             note = ?7, updated_at = ?8
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
        ],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<StoredDossier, Refusal> {
    Ok(StoredDossier {
        receipt: serde_json::from_str(&row.get::<_, String>("receipt")?)?,
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

impl StoredDossier {
    /// The tab it stands under.
    pub(crate) fn tab(&self) -> Tab {
        tab(self.status, self.open_fee, self.withdrawn)
    }

    /// The dossier as it travels.
    pub(super) fn shown(self, transaction: &Transaction<'_>) -> Result<Dossier, Refusal> {
        let tab = self.tab();
        let Receipt {
            code,
            procedure,
            agency_name,
            sent_at,
            due_on,
            files,
            delivery,
            ..
        } = self.receipt;
        Ok(Dossier {
            history: history::entries(transaction, &code)?,
            code,
            procedure,
            agency_name,
            status: self.status,
            tab,
            sent_at,
            due_on,
            office: self.office,
            handler: self.handler,
            note: self.note,
            answers: self.answers,
            form: self.form,
            files,
            delivery,
        })
    }

    /// The dossier as a row of the list.
    pub(super) fn item(self) -> contract::dossier::DossierItem {
        contract::dossier::DossierItem::Dossier {
            code: self.receipt.code,
            procedure_name: self.receipt.procedure.name,
            agency_name: self.receipt.agency_name,
            status: self.status,
            updated_at: timestamp(self.updated_at),
            due_on: self.receipt.due_on,
        }
    }
}
