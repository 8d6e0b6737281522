//! The SQLite database. One connection is for all transactions, and only one transaction uses it at a time, in the order
//! in which they were asked for. Transactions run on a thread for blocking work. If a transaction returns an error, it is
//! rolled back.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use tokio::sync::Mutex;

use super::folder_mark::{self, FolderMarkError};
use crate::refusal::Refusal;

/// The migrations, one for each version of the database schema. A migration is never edited after a release.
const MIGRATIONS: [&str; 13] = [
    include_str!("migrations/1_first.sql"),
    include_str!("migrations/2_begun_once.sql"),
    include_str!("migrations/3_groups.sql"),
    include_str!("migrations/4_accounts.sql"),
    include_str!("migrations/5_ended_drafts.sql"),
    include_str!("migrations/6_clock_checks.sql"),
    include_str!("migrations/7_sign_in.sql"),
    include_str!("migrations/8_replies.sql"),
    include_str!("migrations/9_fees.sql"),
    include_str!("migrations/10_outcomes.sql"),
    include_str!("migrations/11_progress.sql"),
    include_str!("migrations/12_notices.sql"),
    include_str!("migrations/13_reconciliation.sql"),
];

/// The open database. Clones share the connections.
#[derive(Clone)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
    /// Only for [`Store::check`], so that the check needn't wait for transactions.
    checking: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the database file, or creates it, and applies the missing migrations.
    pub fn open(file: &Path) -> Result<Store, StoreError> {
        let mut connection = Connection::open(file)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // Overwrite deleted data, so that it can't be found in the file.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        // Turn foreign keys off during migrations. Otherwise a migration that recreates a table would delete the rows
        // that refer to it.
        connection.pragma_update(None, "foreign_keys", false)?;
        migrate(&mut connection)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        let checking = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        Ok(Store {
            connection: Arc::new(Mutex::new(connection)),
            checking: Arc::new(Mutex::new(checking)),
        })
    }

    /// Marks a new database as that of a demonstration or of a real portal.
    ///
    /// # Errors
    ///
    /// An error if the database belongs to the other kind.
    pub(crate) fn mark(&self, demo: bool) -> Result<(), StoreError> {
        let connection = self.connection.try_lock().map_err(|_| StoreError::InUse)?;
        Ok(folder_mark::mark(&connection, demo)?)
    }

    /// Whether the database can be read.
    pub(crate) async fn check(&self) -> Result<(), Refusal> {
        let checking = Arc::clone(&self.checking).lock_owned().await;
        let checked = tokio::task::spawn_blocking(move || {
            checking.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        });
        Ok(checked.await.map_err(Refusal::internal)??)
    }

    /// Writes all changes to the database file, and empties the file in which SQLite keeps recent changes. That file
    /// also contains deleted data.
    pub(crate) async fn truncate_log(&self) -> Result<(), Refusal> {
        let connection = Arc::clone(&self.connection).lock_owned().await;
        let truncated = tokio::task::spawn_blocking(move || {
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        });
        Ok(truncated.await.map_err(Refusal::internal)??)
    }

    /// Runs `work` in a transaction. The transaction is committed if `work` returns `Ok`, and rolled back otherwise.
    pub async fn run<T, F>(&self, work: F) -> Result<T, Refusal>
    where
        T: Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, Refusal> + Send + 'static,
    {
        // If an earlier transaction panicked, it was rolled back, so the connection can still be used.
        let mut connection = Arc::clone(&self.connection).lock_owned().await;
        let outcome = tokio::task::spawn_blocking(move || {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = work(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        });
        outcome
            .await
            .unwrap_or_else(|error| Err(Refusal::internal(error)))
    }
}

/// Applies the migrations that are newer than the file's schema version. Each migration runs in its own transaction.
fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let version: usize = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version > MIGRATIONS.len() {
        return Err(StoreError::Newer(version));
    }
    for (number, migration) in MIGRATIONS.iter().enumerate().skip(version) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", number + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Why the database can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite reported an error.
    #[error("the database can't be opened: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file has a newer schema version, because a newer backend has migrated it.
    #[error("the database has schema {0}, which is newer than this backend knows")]
    Newer(usize),
    /// A transaction is running.
    #[error("the database is in use")]
    InUse,
    /// The database belongs to the other kind of portal.
    #[error(transparent)]
    Mark(#[from] FolderMarkError),
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn refuses_a_database_of_a_newer_backend() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.sqlite");
        let newer = MIGRATIONS.len() + 1;
        Connection::open(&file)
            .unwrap()
            .pragma_update(None, "user_version", newer)
            .unwrap();
        let refused = Store::open(&file).err().unwrap();
        assert!(matches!(refused, StoreError::Newer(version) if version == newer));
    }

    #[test]
    fn migrating_keeps_drafts() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.sqlite");
        let older = Connection::open(&file).unwrap();
        older.execute_batch(MIGRATIONS[0]).unwrap();
        older.pragma_update(None, "user_version", 1).unwrap();
        older
            .execute_batch(
                "INSERT INTO accounts VALUES (1, 'Lan', '045190000001', '0912345678', '', 0);
                 INSERT INTO drafts VALUES ('d1', 1, 'p', 'f', 1, NULL, NULL, '{}', NULL, 1, 0, 0);
                 INSERT INTO drafts VALUES ('d2', 1, 'p', 'f', 1, NULL, NULL, '{}', NULL, 1, 0, 0);",
            )
            .unwrap();
        drop(older);
        drop(Store::open(&file).unwrap());
        let newer = Connection::open(&file).unwrap();
        let count = "SELECT count(*) FROM drafts WHERE begun_key IS NULL";
        let drafts: i64 = newer.query_row(count, [], |row| row.get(0)).unwrap();
        assert_eq!(drafts, 2);
    }

    #[test]
    fn migrating_copies_the_due_date_from_the_receipt() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.sqlite");
        let older = Connection::open(&file).unwrap();
        older.execute_batch(&MIGRATIONS[..2].concat()).unwrap();
        older.pragma_update(None, "user_version", 2).unwrap();
        older
            .execute_batch(
                "INSERT INTO accounts VALUES (1, 'Lan', '045190000001', '0912345678', '', 0);
                 INSERT INTO dossiers VALUES ('d1', 1, 'k1', x'', '{\"due_on\": \"2026-11-23\"}',
                     '{}', 'f', 1, 0, 0, 'o', NULL, NULL, 0);
                 INSERT INTO dossiers VALUES ('d2', 1, 'k2', x'', '{}',
                     '{}', 'f', 1, 0, 0, 'o', NULL, NULL, 0);",
            )
            .unwrap();
        drop(older);
        drop(Store::open(&file).unwrap());
        let newer = Connection::open(&file).unwrap();
        let due_on = |code: &str| {
            let query = "SELECT due_on FROM dossiers WHERE code = ?1";
            let day: Option<String> = newer.query_row(query, [code], |row| row.get(0)).unwrap();
            day
        };
        assert_eq!(due_on("d1").as_deref(), Some("2026-11-23"));
        assert_eq!(due_on("d2"), None);
    }

    #[test]
    fn migrating_takes_earlier_postponements_from_the_history() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.sqlite");
        let older = Connection::open(&file).unwrap();
        older.execute_batch(&MIGRATIONS[..12].concat()).unwrap();
        older.pragma_update(None, "user_version", 12).unwrap();
        older
            .execute_batch(
                "PRAGMA foreign_keys = OFF;
                 INSERT INTO history (dossier_code, at, status, action, office, deadline)
                 VALUES ('d1', 1795368000, 2, 'Xin lỗi và hẹn lại ngày trả kết quả', 'o', '2026-12-24'),
                     ('d1', 1795368000, 2, 'Tiếp nhận', 'o', '2026-11-25');",
            )
            .unwrap();
        drop(older);
        drop(Store::open(&file).unwrap());
        let newer = Connection::open(&file).unwrap();
        let select = "SELECT decided_on || ' ' || due_on FROM dossier_postponements";
        let postponed: String = newer.query_row(select, [], |row| row.get(0)).unwrap();
        assert_eq!(postponed, "2026-11-23 2026-12-24");
    }

    #[tokio::test]
    async fn an_error_rolls_the_transaction_back() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
        let insert = "INSERT INTO messages (phone, text, sent_at) VALUES ('0', '', 0)";
        let refused = store
            .run(move |transaction| {
                transaction.execute(insert, [])?;
                Err::<(), _>(Refusal::NotFound)
            })
            .await;
        assert!(matches!(refused, Err(Refusal::NotFound)));
        let count = store.run(|transaction| {
            let count: i64 =
                transaction.query_row("SELECT count(*) FROM messages", [], |row| row.get(0))?;
            Ok(count)
        });
        assert_eq!(count.await.unwrap(), 0);
    }
}
