//! What is kept on disk: the SQLite database, the attached files, and the tables that more than one feature uses.
//! A table that only one feature uses is read and written in the folder of that feature.

/// Accounts.
pub(crate) mod accounts;
/// Attached files on disk.
pub(crate) mod attachment_files;
/// Consents.
pub(crate) mod consents;
/// The database, its migrations, and transactions.
pub mod database;
/// When a draft expires.
pub(crate) mod draft_expiry;
/// Drafts.
pub(crate) mod drafts;
/// Limits on attempts within a period.
pub(crate) mod rate_limit;
/// Locks that let one request at a time write to an upload.
pub mod upload_locks;
/// Uploads of drafts.
pub(crate) mod uploads;
