//! Table of online payments. A payment is never deleted, so that money can be traced.

use contract::payment::{PaymentState, RefundReason};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::refusal::Refusal;

/// How long callbacks are remembered, in seconds. Older ones are refused as late.
const NONCE_SECONDS: i64 = 3_600;
/// For how long after its beginning the backend asks about a payment, in seconds. Reading the payment asks later, too.
const ASKED_SECONDS: i64 = 7 * 24 * 3_600;
/// The time between the first two questions about a payment after its page has expired, in seconds.
const FIRST_PAUSE_SECONDS: i64 = 60;
/// The longest time between two questions about a payment, in seconds.
const LONGEST_PAUSE_SECONDS: i64 = 3_600;

/// A payment as the database stores it.
#[derive(Clone, Debug)]
pub(crate) struct StoredPayment {
    /// Opaque id. It is also the order number at the gateway.
    pub(crate) id: String,
    /// Id of the fee.
    pub(crate) fee_id: String,
    /// Database key of the account that pays.
    pub(crate) account_id: i64,
    /// SHA-256 of the request that began the payment.
    pub(crate) body_hash: Vec<u8>,
    /// Amount in đồng.
    pub(crate) amount: u64,
    /// The state, as it was last heard. `Open` also after the time is over.
    pub(crate) state: PaymentState,
    /// URL of the payment page. `None` until the gateway has answered.
    pub(crate) url: Option<String>,
    /// When the payment page stops working, in Unix seconds.
    pub(crate) expires_at: i64,
    /// Amount that arrived, in đồng. `None` until money has arrived.
    pub(crate) received: Option<u64>,
    /// Why the money is paid back.
    pub(crate) refund_reason: Option<RefundReason>,
}

impl StoredPayment {
    /// Whether the gateway may still report something new. Money can arrive although the citizen cancelled on another
    /// page, so only a payment that money has arrived for is settled.
    pub(crate) fn is_unsettled(&self) -> bool {
        !matches!(
            self.state,
            PaymentState::Paid | PaymentState::RefundDue | PaymentState::Refunded
        )
    }

    /// The state at the time `now`.
    pub(crate) fn state_at(&self, now: i64) -> PaymentState {
        match self.state {
            PaymentState::Open if self.expires_at <= now => PaymentState::Expired,
            state => state,
        }
    }
}

const SELECT: &str = "SELECT id, fee_id, account_id, body_hash, amount, state, url, expires_at, received, refund_reason
    FROM payments";

/// Stores a new payment. `key` is the idempotency key of the request, and `now` is the time in Unix seconds.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    payment: &StoredPayment,
    key: &str,
    now: i64,
) -> Result<(), Refusal> {
    transaction.execute(
        "INSERT INTO payments (id, fee_id, account_id, sent_key, body_hash, amount, state, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            payment.id,
            payment.fee_id,
            payment.account_id,
            key,
            payment.body_hash,
            payment.amount,
            payment.state.key(),
            now,
            payment.expires_at,
        ],
    )?;
    Ok(())
}

/// Finds a payment of any account.
pub(crate) fn find(transaction: &Transaction<'_>, id: &str) -> Result<StoredPayment, Refusal> {
    one(transaction, "WHERE id = ?1", &[&id])?.ok_or(Refusal::NotFound)
}

/// Finds the payment that a request with this idempotency key began.
pub(crate) fn find_by_key(
    transaction: &Transaction<'_>,
    account_id: i64,
    key: &str,
) -> Result<Option<StoredPayment>, Refusal> {
    let condition = "WHERE account_id = ?1 AND sent_key = ?2";
    one(transaction, condition, &[&account_id, &key])
}

/// Finds a payment of this fee that can still be paid.
pub(crate) fn find_open_payment(
    transaction: &Transaction<'_>,
    fee_id: &str,
    now: i64,
) -> Result<Option<StoredPayment>, Refusal> {
    let condition =
        "WHERE fee_id = ?1 AND state = 'open' AND expires_at > ?2 ORDER BY created_at DESC LIMIT 1";
    one(transaction, condition, &[&fee_id, &now])
}

/// The id of the latest payment of a fee.
pub(crate) fn latest_id(
    transaction: &Transaction<'_>,
    fee_id: &str,
) -> Result<Option<String>, Refusal> {
    Ok(transaction
        .query_row(
            "SELECT id FROM payments WHERE fee_id = ?1 ORDER BY created_at DESC, rowid DESC LIMIT 1",
            [fee_id],
            |row| row.get(0),
        )
        .optional()?)
}

/// Whether the bank is processing a payment of this fee.
pub(crate) fn is_confirming(transaction: &Transaction<'_>, fee_id: &str) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM payments WHERE fee_id = ?1 AND state = 'confirming')",
        [fee_id],
        |row| row.get(0),
    )?)
}

/// The ids of the payments that the gateway is asked about now, because it may still report something new: those that
/// were never asked about first, then the one that wasn't asked about for the longest time.
///
/// A payment whose page still works is asked about each time. Afterwards, the time between two questions doubles, from
/// one minute to one hour.
pub(crate) fn list_unsettled(
    transaction: &Transaction<'_>,
    now: i64,
) -> Result<Vec<String>, Refusal> {
    let mut payments = transaction.prepare(
        "SELECT id FROM payments
         WHERE state NOT IN ('paid', 'refund_due', 'refunded') AND url IS NOT NULL AND created_at >= ?2
             AND (asked_at IS NULL OR expires_at > ?1
                 OR ?1 - asked_at >= min(max(asked_at - expires_at, ?3), ?4))
         ORDER BY asked_at NULLS FIRST, created_at",
    )?;
    let values = params![
        now,
        now.saturating_sub(ASKED_SECONDS),
        FIRST_PAUSE_SECONDS,
        LONGEST_PAUSE_SECONDS
    ];
    let ids = payments.query_map(values, |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Remembers that the gateway is asked about a payment now.
pub(crate) fn set_asked(transaction: &Transaction<'_>, id: &str, now: i64) -> Result<(), Refusal> {
    let update = "UPDATE payments SET asked_at = ?2 WHERE id = ?1";
    transaction.execute(update, params![id, now])?;
    Ok(())
}

/// The payments of a dossier whose money must be paid back.
pub(crate) fn refunds_due(
    transaction: &Transaction<'_>,
    dossier_code: &str,
) -> Result<Vec<StoredPayment>, Refusal> {
    let mut payments = transaction.prepare(&format!(
        "{SELECT} WHERE state = 'refund_due' AND fee_id IN (SELECT id FROM fees WHERE dossier_code = ?1)"
    ))?;
    let payments = payments.query_map([dossier_code], |row| Ok(read(row)))?;
    payments.map(|payment| payment?).collect()
}

/// Stores the URL of the payment page.
pub(crate) fn set_url(transaction: &Transaction<'_>, id: &str, url: &str) -> Result<(), Refusal> {
    let update = "UPDATE payments SET url = ?2 WHERE id = ?1";
    transaction.execute(update, params![id, url])?;
    Ok(())
}

/// Stores the state of a payment without money.
pub(crate) fn set_state(
    transaction: &Transaction<'_>,
    id: &str,
    state: PaymentState,
) -> Result<(), Refusal> {
    let update = "UPDATE payments SET state = ?2 WHERE id = ?1";
    transaction.execute(update, params![id, state.key()])?;
    Ok(())
}

/// Stores that money has arrived.
pub(crate) fn set_received(
    transaction: &Transaction<'_>,
    payment: &StoredPayment,
    transaction_number: Option<&str>,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE payments SET state = ?2, received = ?3, transaction_number = ?4, refund_reason = ?5 WHERE id = ?1",
        params![
            payment.id,
            payment.state.key(),
            payment.received,
            transaction_number,
            payment.refund_reason.map(RefundReason::key),
        ],
    )?;
    Ok(())
}

/// Deletes the random numbers of callbacks that are refused as late by now. `now` is the time in Unix seconds, as other
/// machines know it.
pub(crate) fn forget_old_nonces(transaction: &Transaction<'_>, now: i64) -> Result<(), Refusal> {
    let old = "DELETE FROM gateway_nonces WHERE at < ?1";
    transaction.execute(old, [now - NONCE_SECONDS])?;
    Ok(())
}

/// Remembers the random number of a callback. Returns `false` if a callback with this number was accepted before.
pub(crate) fn remember_nonce(
    transaction: &Transaction<'_>,
    nonce: &str,
    now: i64,
) -> Result<bool, Refusal> {
    let inserted = transaction.execute(
        "INSERT INTO gateway_nonces (nonce, at) VALUES (?1, ?2) ON CONFLICT (nonce) DO NOTHING",
        params![nonce, now],
    )?;
    Ok(inserted == 1)
}

fn one(
    transaction: &Transaction<'_>,
    condition: &str,
    values: &[&dyn rusqlite::ToSql],
) -> Result<Option<StoredPayment>, Refusal> {
    transaction
        .query_row(&format!("{SELECT} {condition}"), values, |row| {
            Ok(read(row))
        })
        .optional()?
        .transpose()
}

fn read(row: &Row<'_>) -> Result<StoredPayment, Refusal> {
    let state: String = row.get("state")?;
    let reason: Option<String> = row.get("refund_reason")?;
    Ok(StoredPayment {
        id: row.get("id")?,
        fee_id: row.get("fee_id")?,
        account_id: row.get("account_id")?,
        body_hash: row.get("body_hash")?,
        amount: row.get("amount")?,
        state: PaymentState::from_key(&state)
            .ok_or_else(|| Refusal::internal("a payment has an unknown state"))?,
        url: row.get("url")?,
        expires_at: row.get("expires_at")?,
        received: row.get("received")?,
        refund_reason: reason.and_then(|reason| RefundReason::from_key(&reason)),
    })
}
