//! Uploads with the protocol tus 1.0 or in one request, and files that the backend rejects.

mod resumable_uploads;
mod rejected_files;
mod whole_files;
