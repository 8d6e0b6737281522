//! Marks a database as that of a demonstration or of a real portal. A demonstration has accounts with published passwords
//! and shows every text message, so the two must never be mixed.
//!
//! The mark is SQLite's `application_id`, which is a part of the file: it stays in a copy or a back-up.

use rusqlite::Connection;

/// The mark of a demonstration: `MCDE`.
const DEMO: i32 = 0x4d43_4445;
/// The mark of a real portal: `MCRE`.
const REAL: i32 = 0x4d43_5245;

/// Marks a database that has no mark yet. Refuses a database with the other mark.
pub(super) fn mark(connection: &Connection, demo: bool) -> Result<(), FolderMarkError> {
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    let known: i32 = connection.pragma_query_value(None, "application_id", read)?;
    let is_demo = match known {
        DEMO => true,
        REAL => false,
        _ if has_accounts(connection)? => is_unmarked_demo(connection)?,
        _ => demo,
    };
    if is_demo != demo {
        return Err(if is_demo {
            FolderMarkError::OfDemonstration
        } else {
            FolderMarkError::OfRealPortal
        });
    }
    if !matches!(known, DEMO | REAL) {
        // Earlier backends left deleted data in the free pages of the file. This removes it. The mark comes after it: if
        // it fails, for example for lack of space, the next start tries again.
        connection.execute_batch("VACUUM")?;
        let mark = if demo { DEMO } else { REAL };
        connection.pragma_update(None, "application_id", mark)?;
    }
    Ok(())
}

fn has_accounts(connection: &Connection) -> Result<bool, FolderMarkError> {
    let select = "SELECT EXISTS (SELECT 1 FROM accounts)";
    Ok(connection.query_row(select, [], |row| row.get(0))?)
}

/// Whether an earlier backend, which set no marks, ran a demonstration with this database. Only a demonstration stores
/// text messages, and every demonstration has an organisation with this tax code, which no real organisation can have.
fn is_unmarked_demo(connection: &Connection) -> Result<bool, FolderMarkError> {
    let select = "SELECT EXISTS (SELECT 1 FROM messages)
                      OR EXISTS (SELECT 1 FROM accounts WHERE tax_code = '0100000001')";
    Ok(connection.query_row(select, [], |row| row.get(0))?)
}

/// Why a database can't be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderMarkError {
    /// SQLite reported an error.
    #[error("the database can't be opened: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The database belongs to a demonstration, and the backend was started without `--demo`.
    #[error(
        "the data folder belongs to a demonstration: it has accounts with published passwords. Start with --demo, or name another folder with --data"
    )]
    OfDemonstration,
    /// The database belongs to a real portal, and the backend was started with `--demo`.
    #[error(
        "the data folder belongs to a real portal, and --demo would show its text messages to everybody. Start without --demo, or name another folder with --data"
    )]
    OfRealPortal,
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn deleted_data_that_could_not_be_removed_is_removed_at_the_next_start() {
        let connection = Connection::open_in_memory().unwrap();
        let tables = "CREATE TABLE accounts (tax_code TEXT); CREATE TABLE messages (id INTEGER)";
        connection.execute_batch(tables).unwrap();
        let known = || -> i32 {
            let read = |row: &rusqlite::Row<'_>| row.get(0);
            let known = connection.pragma_query_value(None, "application_id", read);
            known.unwrap()
        };
        // Within a transaction, VACUUM fails.
        connection.execute_batch("BEGIN").unwrap();
        assert!(mark(&connection, false).is_err());
        connection.execute_batch("COMMIT").unwrap();
        assert_eq!(known(), 0, "the folder counts as not cleaned yet");
        mark(&connection, false).unwrap();
        assert_eq!(known(), REAL);
    }
}
