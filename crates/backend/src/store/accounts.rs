//! Table of accounts. Queries for a sign-in never find a closed account.

use contract::account::{Account, Organisation, Verification};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Row, Transaction, params};

use crate::clock;
use crate::refusal::Refusal;

/// The columns of an account, in the order in which [`read`] expects them.
pub(crate) const COLUMNS: &str = "accounts.name, accounts.citizen_id, accounts.phone, \
     accounts.verification, accounts.organisation, accounts.tax_code, accounts.position, \
     accounts.birth_date, accounts.password_hash IS NULL, \
     (SELECT leaves_at FROM phone_releases WHERE phone_releases.account_id = accounts.id
          AND accounts.phone IS iif(left_at IS NULL, phone_releases.phone, NULL)), accounts.email";

/// The number of columns in [`COLUMNS`].
pub(crate) const COLUMN_COUNT: usize = 11;

/// Reads an account from a row of a query. The columns of the row must start with [`COLUMNS`].
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    let name: Option<String> = row.get(4)?;
    let organisation = match name {
        Some(name) => Some(Organisation {
            name,
            tax_code: row.get(5)?,
            position: row.get(6)?,
        }),
        None => None,
    };
    let StoredVerification(verification) = row.get(3)?;
    let leaves_at: Option<i64> = row.get(9)?;
    Ok(Account {
        name: row.get(0)?,
        citizen_id: row.get(1)?,
        birth_date: row.get(7)?,
        phone: row.get(2)?,
        email: row.get(10)?,
        verification,
        organisation,
        lacks_password: row.get(8)?,
        phone_leaves_on: leaves_at.map(|at| clock::day(clock::date_in_vietnam(at))),
    })
}

/// Loads the account with this database key.
pub(crate) fn find(transaction: &Transaction<'_>, id: i64) -> Result<Account, Refusal> {
    let select = format!("SELECT {COLUMNS} FROM accounts WHERE id = ?1");
    Ok(transaction.query_row(&select, [id], read)?)
}

/// Inserts an account and returns its database key. Unique indexes in the database prevent a second account with the
/// same identifier.
pub(crate) fn insert(
    transaction: &Transaction<'_>,
    account: &Account,
    password_hash: Option<&str>,
    now: i64,
) -> Result<i64, Refusal> {
    let organisation = account.organisation.as_ref();
    transaction.execute(
        "INSERT INTO accounts (name, citizen_id, phone, verification, organisation, tax_code, position,
             birth_date, password_hash, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            account.name,
            account.citizen_id,
            account.phone,
            StoredVerification(account.verification),
            organisation.map(|organisation| &organisation.name),
            organisation.map(|organisation| &organisation.tax_code),
            organisation.map(|organisation| &organisation.position),
            account.birth_date,
            password_hash,
            now
        ],
    )?;
    Ok(transaction.last_insert_rowid())
}

/// Replaces the password hash of an account.
pub(crate) fn update_password(
    transaction: &Transaction<'_>,
    id: i64,
    password_hash: &str,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE accounts SET password_hash = ?2 WHERE id = ?1",
        params![id, password_hash],
    )?;
    Ok(())
}

/// Replaces a password hash by a new hash of the same password. Does nothing and returns `false` if the stored hash is
/// no longer the old one.
pub(crate) fn replace_hash(
    transaction: &Transaction<'_>,
    id: i64,
    old: &str,
    new: &str,
) -> Result<bool, Refusal> {
    let replaced = transaction.execute(
        "UPDATE accounts SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2",
        params![id, old, new],
    )?;
    Ok(replaced > 0)
}

/// Replaces the phone of an account. A former phone no longer leaves it.
pub(crate) fn set_phone(
    transaction: &Transaction<'_>,
    id: i64,
    phone: &str,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE accounts SET phone = ?2 WHERE id = ?1",
        params![id, phone],
    )?;
    transaction.execute("DELETE FROM phone_releases WHERE account_id = ?1", [id])?;
    Ok(())
}

/// Replaces the e-mail address of an account. `None` removes it.
pub(crate) fn set_email(
    transaction: &Transaction<'_>,
    id: i64,
    email: Option<&str>,
) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE accounts SET email = ?2 WHERE id = ?1",
        params![id, email],
    )?;
    Ok(())
}

/// Whether the phone belongs to the account of a citizen, other than the account `except`. Accounts of organisations
/// are ignored, because they may share a phone.
pub(crate) fn belongs_to_another_citizen(
    transaction: &Transaction<'_>,
    phone: &str,
    except: i64,
) -> Result<bool, Refusal> {
    Ok(transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM accounts WHERE phone = ?1 AND id <> ?2
                            AND organisation IS NULL AND closed_at IS NULL)",
        params![phone, except],
        |row| row.get(0),
    )?)
}

/// Deletes all personal data of the account. The row itself is kept, because dossiers refer to it.
pub(crate) fn close(transaction: &Transaction<'_>, id: i64, now: i64) -> Result<(), Refusal> {
    transaction.execute(
        "UPDATE accounts SET name = '', citizen_id = '', birth_date = NULL, phone = NULL, email = NULL,
             password_hash = NULL,
             verification = 'phone', organisation = NULL, tax_code = NULL, position = NULL, closed_at = ?2
         WHERE id = ?1",
        params![id, now],
    )?;
    for owned in [
        "sessions",
        "challenges",
        "consents",
        "identities",
        "known_devices",
        "phone_releases",
        "notices",
        "notice_channels",
        "dossier_requests",
    ] {
        let delete = format!("DELETE FROM {owned} WHERE account_id = ?1");
        transaction.execute(&delete, [id])?;
    }
    Ok(())
}

/// A verification level, as the value that the database stores.
pub(crate) struct StoredVerification(pub(crate) Verification);

impl FromSql for StoredVerification {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let known = Verification::from_key(value.as_str()?);
        Ok(StoredVerification(known.unwrap_or(Verification::Phone)))
    }
}

impl ToSql for StoredVerification {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.key()))
    }
}
