//! Data on disk: the SQLite database, the attached files, and the tables that several features use. The code for a
//! table that only one feature uses is in the folder of that feature.

/// Table of accounts.
pub(crate) mod accounts;
/// Attached files on disk.
pub(crate) mod attachment_files;
/// Table of consents.
pub(crate) mod consents;
/// The database, its migrations, and transactions.
pub mod database;
/// When a draft expires.
pub(crate) mod draft_expiry;
/// Table of drafts.
pub(crate) mod drafts;
/// The mark of a database as that of a demonstration or of a real portal.
pub mod folder_mark;
/// Table of fees.
pub(crate) mod fees;
/// Identifiers of closed accounts, for looking up their dossiers.
pub(crate) mod former_identifiers;
/// The free space of the disk.
pub(crate) mod free_space;
/// Deletion of what is kept no longer.
pub mod housekeeping;
/// Table of online payments.
pub(crate) mod payments;
/// Files that only the backend's own user can read.
pub mod private_files;
/// Files to which lines are appended.
pub(crate) mod line_file;
/// Limits on the number of attempts within a period.
pub(crate) mod rate_limit;
/// Locks of uploads, so that only one request at a time writes to an upload.
pub mod upload_locks;
/// Table of uploads.
pub(crate) mod uploads;
