//! Uploads with the protocol tus 1.0, and files that the backend rejects.

mod resumable_uploads;
mod rejected_files;
