//! Deletes what is kept no longer: expired drafts with their files, old random numbers of payment callbacks, and files
//! that belong to no attachment. Runs every hour.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use rusqlite::{OptionalExtension, Transaction, params};

use super::database::Store;
use super::{attachment_files, drafts, payments};
use crate::clock::Clock;
use crate::refusal::Refusal;

const HOUR: Duration = Duration::from_secs(3600);
const DAY_SECONDS: i64 = 24 * 3600;
/// If the clock shows a time that is so much later than at the last run, it may be wrong. Or the backend was stopped.
const JUMP_SECONDS: i64 = 2 * DAY_SECONDS;
/// A step back of the clock by so little is an ordinary correction.
const CORRECTION_SECONDS: i64 = 10 * 60;
/// How long nothing expires after the clock has jumped, so that somebody can correct it.
const HOLD_SECONDS: i64 = 7 * DAY_SECONDS;

/// Runs now and every hour. Never ends.
pub async fn run_every_hour(store: Store, files_dir: &Path, clock: Clock) {
    loop {
        // An error is logged where it occurs. The next run tries again.
        let _logged = run_once(&store, files_dir, &clock).await;
        tokio::time::sleep(HOUR).await;
    }
}

/// Deletes what is kept no longer, and removes deleted data from the file of recent changes.
pub async fn run_once(store: &Store, files_dir: &Path, clock: &Clock) -> Result<(), Refusal> {
    let now = clock.now();
    if store
        .run(move |transaction| is_clock_steady(transaction, now))
        .await?
    {
        let mut has_more = true;
        while has_more {
            let removed = store.run(move |transaction| {
                let files = drafts::remove_expired(transaction, now)?;
                Ok((files, drafts::has_expired(transaction, now)?))
            });
            let (files, more) = removed.await?;
            attachment_files::delete_files(files_dir, files).await;
            has_more = more;
        }
    }
    // The gateway is another machine: it doesn't know how far a demonstration has moved its clock.
    let system_now = clock.system_now();
    store
        .run(move |transaction| payments::forget_old_nonces(transaction, system_now))
        .await?;
    delete_orphaned_files(store, files_dir).await?;
    store.truncate_log().await
}

/// Whether the clock has run without a jump for so long that expired data may be deleted and phones may leave their
/// accounts. Remembers the time, to notice when the clock jumps.
pub(crate) fn is_clock_steady(transaction: &Transaction<'_>, now: i64) -> Result<bool, Refusal> {
    let deletes_from = match last_check(transaction)? {
        Some(check) if !check.is_jump(now) => check.deletes_from,
        Some(check) => {
            let hours = (now - check.checked_at) / 3600;
            tracing::error!(
                hours,
                "the clock has jumped, or the backend was stopped: for seven days more, no draft expires, no phone leaves \
                 its account and no dossier stops because of a deadline. Check the clock"
            );
            now + HOLD_SECONDS
        }
        None => now + HOLD_SECONDS,
    };
    transaction.execute("DELETE FROM clock_checks", [])?;
    transaction.execute(
        "INSERT INTO clock_checks (checked_at, deletes_from) VALUES (?1, ?2)",
        params![now, deletes_from],
    )?;
    Ok(now >= deletes_from)
}

/// Whether the clock has run without a jump, as far as the last check knows. Unlike [`is_clock_steady`], it remembers
/// nothing, so that every reader may ask.
pub(crate) fn is_clock_trusted(transaction: &Transaction<'_>, now: i64) -> Result<bool, Refusal> {
    let check = last_check(transaction)?;
    Ok(check.is_some_and(|check| !check.is_jump(now) && now >= check.deletes_from))
}

/// What the last check of the clock found.
struct ClockCheck {
    /// The time of the check, in Unix seconds.
    checked_at: i64,
    /// The time from which expired data may be deleted.
    deletes_from: i64,
}

impl ClockCheck {
    /// Whether the clock has jumped between the check and `now`, or the backend was stopped.
    fn is_jump(&self, now: i64) -> bool {
        !(-CORRECTION_SECONDS..=JUMP_SECONDS).contains(&(now - self.checked_at))
    }
}

fn last_check(transaction: &Transaction<'_>) -> Result<Option<ClockCheck>, Refusal> {
    let check = transaction.query_row(
        "SELECT checked_at, deletes_from FROM clock_checks",
        [],
        |row| {
            Ok(ClockCheck {
                checked_at: row.get(0)?,
                deletes_from: row.get(1)?,
            })
        },
    );
    Ok(check.optional()?)
}

/// Deletes the files that belong to no attachment. They are left if the backend stops between the deletion of a row and
/// of its file.
async fn delete_orphaned_files(store: &Store, files_dir: &Path) -> Result<(), Refusal> {
    // The files are listed before the attachments: an attachment is stored before its file is created.
    let mut orphans = HashSet::new();
    let mut entries = tokio::fs::read_dir(files_dir).await?;
    while let Some(entry) = entries.next_entry().await? {
        orphans.extend(entry.file_name().into_string());
    }
    let orphans = store.run(move |transaction| {
        let mut attachments = transaction.prepare("SELECT id FROM attachments")?;
        let mut attachments = attachments.query([])?;
        while let Some(row) = attachments.next()? {
            orphans.remove(row.get_ref(0)?.as_str().unwrap_or_default());
        }
        Ok(orphans)
    });
    let orphans: Vec<String> = orphans.await?.into_iter().collect();
    if !orphans.is_empty() {
        tracing::warn!(files = orphans.len(), "deleting files of no attachment");
    }
    attachment_files::delete_files(files_dir, orphans).await;
    Ok(())
}
