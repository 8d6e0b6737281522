//! Table of fees. A fee is never deleted and its lines never change: an office that was wrong cancels it and asks again.

use contract::dossier::DossierStatus;
use contract::payment::{FeeLine, FeeProof, FeeState, PaidBy};
use contract::time::Day;
use domain::calendar::Date;
use domain::payment::{FeeFacts, can_pay_now, fee_state};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::clock;
use crate::refusal::Refusal;
use crate::store::payments;

/// A fee as the database stores it.
#[derive(Clone, Debug)]
pub(crate) struct StoredFee {
    /// `<dossier code>-yyyyMMddHHmmss`.
    pub(crate) id: String,
    /// Code of the dossier that the fee is for. Never that of a group.
    pub(crate) dossier_code: String,
    /// What is paid.
    pub(crate) lines: Vec<FeeLine>,
    /// Sum of all lines in đồng.
    pub(crate) total: u64,
    /// Why the office asks for the fee.
    pub(crate) reason: String,
    /// Last day on which the fee can be paid.
    pub(crate) until: Option<Day>,
    /// Whether the fee can be paid online and by transfer.
    pub(crate) online: bool,
    /// Name of the counter where the fee can be paid.
    pub(crate) counter: Option<String>,
    /// Whether a receipt of the bank or treasury must be handed in.
    pub(crate) proof: FeeProof,
    /// Whether the dossier waits in status 6 until the fee is paid.
    pub(crate) holds: bool,
    /// Time of the request, in Unix seconds.
    pub(crate) requested_at: i64,
    /// Whether the office doesn't ask for the fee any more.
    pub(crate) cancelled: bool,
    /// How the fee was paid. `None` until then.
    pub(crate) paid: Option<PaidFee>,
}

/// How a fee was paid.
#[derive(Clone, Debug)]
pub(crate) struct PaidFee {
    /// Time of the payment, in Unix seconds.
    pub(crate) at: i64,
    /// The way of the payment.
    pub(crate) by: PaidBy,
    /// Name of the office that received the money.
    pub(crate) collector: String,
    /// Number of the receipt (biên lai). `None` if nothing had to be paid.
    pub(crate) receipt_number: Option<String>,
    /// Number of the transaction at the bank.
    pub(crate) transaction_number: Option<String>,
}

impl StoredFee {
    /// The state of the fee on the day `today`.
    pub(crate) fn state(
        &self,
        transaction: &Transaction<'_>,
        today: &Day,
    ) -> Result<FeeState, Refusal> {
        let facts = FeeFacts {
            paid: self.paid.is_some(),
            cancelled: self.cancelled,
            confirming: payments::is_confirming(transaction, &self.id)?,
            until: self
                .until
                .as_ref()
                .and_then(|until| Date::parse_iso(&until.0)),
        };
        let today = Date::parse_iso(&today.0).ok_or_else(|| Refusal::internal("no date"))?;
        Ok(fee_state(facts, today))
    }

    /// Whether the citizen can pay the fee on the day `today`. The status of the dossier that the fee is for counts, which is
    /// a part of a group if the fee is shown at the group.
    pub(crate) fn can_be_paid(
        &self,
        transaction: &Transaction<'_>,
        today: &Day,
    ) -> Result<bool, Refusal> {
        let select = "SELECT status FROM dossiers WHERE code = ?1";
        let status: u8 = transaction.query_row(select, [&self.dossier_code], |row| row.get(0))?;
        let status = DossierStatus::try_from(status).map_err(Refusal::internal)?;
        Ok(can_pay_now(self.state(transaction, today)?, status))
    }

    /// Whether the fee is neither paid nor cancelled.
    pub(crate) fn is_open(&self) -> bool {
        self.paid.is_none() && !self.cancelled
    }
}

const SELECT: &str = "SELECT id, dossier_code, lines, total, reason, until, online, counter, proof, holds, requested_at,
        cancelled_at, paid_at, paid_by, collector, receipt_number, transaction_number
    FROM fees";

/// Stores a new fee. Returns `false` if a fee with this id exists.
pub(crate) fn insert(transaction: &Transaction<'_>, fee: &StoredFee) -> Result<bool, Refusal> {
    let inserted = transaction.execute(
        "INSERT INTO fees (id, dossier_code, lines, total, reason, until, online, counter, proof, holds, requested_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (id) DO NOTHING",
        params![
            fee.id,
            fee.dossier_code,
            serde_json::to_string(&fee.lines)?,
            fee.total,
            fee.reason,
            fee.until.as_ref().map(|day| &day.0),
            fee.online,
            fee.counter,
            fee.proof.key(),
            fee.holds,
            fee.requested_at,
        ],
    )?;
    Ok(inserted == 1)
}

/// Finds a fee of any account.
pub(crate) fn find(transaction: &Transaction<'_>, id: &str) -> Result<StoredFee, Refusal> {
    transaction
        .query_row(&format!("{SELECT} WHERE id = ?1"), [id], |row| {
            Ok(read(row))
        })
        .optional()?
        .ok_or(Refusal::NotFound)?
}

/// Loads the fees of a dossier, the newest first. For a group, loads those of all its parts.
pub(crate) fn list_of_dossier(
    transaction: &Transaction<'_>,
    code: &str,
) -> Result<Vec<StoredFee>, Refusal> {
    let mut fees = transaction.prepare(&format!(
        "{SELECT} WHERE dossier_code = ?1 OR dossier_code IN (SELECT code FROM dossier_parts WHERE whole = ?1)
         ORDER BY requested_at DESC, id DESC"
    ))?;
    let fees = fees.query_map([code], |row| Ok(read(row)))?;
    fees.map(|fee| fee?).collect()
}

/// Whether the citizen can still pay a fee of the dossier online on the day `today`.
pub(crate) fn has_open_online(
    transaction: &Transaction<'_>,
    code: &str,
    today: &Day,
) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM fees
         WHERE dossier_code = ?1 AND online AND paid_at IS NULL AND cancelled_at IS NULL
             AND (until IS NULL OR until >= ?2))",
        params![code, today.0],
        |row| row.get(0),
    )?)
}

/// Whether the dossier has unpaid fees, and the last day of all of them has passed: only the office can go on.
pub(crate) fn have_all_lapsed(
    transaction: &Transaction<'_>,
    code: &str,
    today: &Day,
) -> Result<bool, Refusal> {
    let last_lapsed: Option<bool> = transaction.query_row(
        "SELECT min(until IS NOT NULL AND until < ?2) FROM fees
         WHERE dossier_code = ?1 AND paid_at IS NULL AND cancelled_at IS NULL",
        params![code, today.0],
        |row| row.get(0),
    )?;
    Ok(last_lapsed.unwrap_or(false))
}

/// Codes of the dossiers that count as having an open fee, with a fee whose last day was before `today`.
pub(crate) fn list_lapsed(
    transaction: &Transaction<'_>,
    today: &Day,
) -> Result<Vec<String>, Refusal> {
    let mut lapsed = transaction.prepare(
        "SELECT DISTINCT dossier_code FROM fees JOIN dossiers ON code = dossier_code
         WHERE until < ?1 AND paid_at IS NULL AND cancelled_at IS NULL AND online AND open_fee",
    )?;
    let lapsed = lapsed.query_map([&today.0], |row| row.get(0))?;
    Ok(lapsed.collect::<Result<_, _>>()?)
}

/// Cancels the fees of a dossier whose last day was before `today`, because the office asks again.
pub(crate) fn cancel_lapsed(
    transaction: &Transaction<'_>,
    code: &str,
    today: &Day,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE fees SET cancelled_at = ?3
         WHERE dossier_code = ?1 AND until < ?2 AND paid_at IS NULL AND cancelled_at IS NULL",
        params![code, today.0, now],
    )?;
    Ok(())
}

/// Whether money was paid for the dossier.
pub(crate) fn has_paid(transaction: &Transaction<'_>, code: &str) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM fees WHERE dossier_code = ?1 AND paid_at IS NOT NULL AND total > 0)",
        [code],
        |row| row.get(0),
    )?)
}

/// Whether the dossier must stay in status 6, because a fee that holds it isn't paid.
pub(crate) fn is_held(transaction: &Transaction<'_>, code: &str) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM fees
         WHERE dossier_code = ?1 AND holds AND paid_at IS NULL AND cancelled_at IS NULL)",
        [code],
        |row| row.get(0),
    )?)
}

/// Stores that a fee is paid.
pub(crate) fn set_paid(
    transaction: &Transaction<'_>,
    id: &str,
    paid: &PaidFee,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE fees SET paid_at = ?2, paid_by = ?3, collector = ?4, receipt_number = ?5, transaction_number = ?6
         WHERE id = ?1",
        params![
            id,
            paid.at,
            paid.by.key(),
            paid.collector,
            paid.receipt_number,
            paid.transaction_number,
        ],
    )?;
    Ok(())
}

/// Stores that the office doesn't ask for a fee any more.
pub(crate) fn cancel(transaction: &Transaction<'_>, id: &str, now: i64) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE fees SET cancelled_at = ?2 WHERE id = ?1 AND paid_at IS NULL AND cancelled_at IS NULL",
        params![id, now],
    )?;
    Ok(())
}

/// Cancels all fees of a dossier that aren't paid, because the dossier has ended.
pub(crate) fn cancel_open(
    transaction: &Transaction<'_>,
    code: &str,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE fees SET cancelled_at = ?2
         WHERE dossier_code = ?1 AND paid_at IS NULL AND cancelled_at IS NULL",
        params![code, now],
    )?;
    Ok(())
}

/// Stores whether the bank receipt of a fee was handed in.
pub(crate) fn set_proof(
    transaction: &Transaction<'_>,
    id: &str,
    proof: FeeProof,
) -> Result<(), Refusal> {
    let update = "UPDATE fees SET proof = ?2 WHERE id = ?1";
    transaction.execute(update, params![id, proof.key()])?;
    Ok(())
}

/// Returns the number of the next receipt: `0000123/2026`.
pub(crate) fn next_receipt_number(
    transaction: &Transaction<'_>,
    now: i64,
) -> Result<String, Refusal> {
    let today = clock::day(clock::date_in_vietnam(now));
    let year = today.0.split('-').next().unwrap_or_default();
    let number: i64 = transaction.query_row(
        "INSERT INTO fee_receipt_numbers (year, last) VALUES (?1, 1)
         ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
        [year],
        |row| row.get(0),
    )?;
    Ok(format!("{number:07}/{year}"))
}

fn read(row: &Row<'_>) -> Result<StoredFee, Refusal> {
    let proof: String = row.get("proof")?;
    Ok(StoredFee {
        id: row.get("id")?,
        dossier_code: row.get("dossier_code")?,
        lines: serde_json::from_str(&row.get::<_, String>("lines")?)?,
        total: row.get("total")?,
        reason: row.get("reason")?,
        until: row.get::<_, Option<String>>("until")?.map(Day),
        online: row.get("online")?,
        counter: row.get("counter")?,
        proof: FeeProof::from_key(&proof).unwrap_or_default(),
        holds: row.get("holds")?,
        requested_at: row.get("requested_at")?,
        cancelled: row.get::<_, Option<i64>>("cancelled_at")?.is_some(),
        paid: read_paid(row)?,
    })
}

fn read_paid(row: &Row<'_>) -> Result<Option<PaidFee>, Refusal> {
    let (Some(at), Some(by)) = (
        row.get::<_, Option<i64>>("paid_at")?,
        row.get::<_, Option<String>>("paid_by")?,
    ) else {
        return Ok(None);
    };
    Ok(Some(PaidFee {
        at,
        by: PaidBy::from_key(&by).unwrap_or(PaidBy::Counter),
        collector: row
            .get::<_, Option<String>>("collector")?
            .unwrap_or_default(),
        receipt_number: row.get("receipt_number")?,
        transaction_number: row.get("transaction_number")?,
    }))
}
