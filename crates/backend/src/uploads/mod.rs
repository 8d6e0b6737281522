//! Uploads: tus 1.0 (core, creation, termination, expiration). An upload is an attachment of a draft
//! from its first byte; it expires with its draft and never outlives it except as part of a dossier.
//!
//! Uploads don't change the draft's version: attaching while typing is no conflict. The seal of the
//! submission is what binds the files.

/// Writes the body of one `PATCH` to disk.
mod chunk_receiver;
/// `POST /drafts/{id}/uploads`.
mod create;
/// `HEAD` and `DELETE` of an upload.
mod handlers;
/// `PATCH /uploads/{id}`.
mod receive;
mod routes;
/// Headers of tus.
mod tus;
/// The `Upload-Metadata` header.
mod upload_metadata;

pub(crate) use routes::routes;
