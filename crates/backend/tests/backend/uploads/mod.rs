//! Uploads over tus 1.0 and the files that are rejected.

mod resumable_uploads;
mod rejected_files;
