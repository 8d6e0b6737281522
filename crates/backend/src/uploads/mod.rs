//! Uploads over tus 1.0 (core protocol, creation, termination, expiration). An upload is an attachment of a draft from its
//! creation. It expires with the draft, unless the draft is submitted and the upload becomes part of the dossier.
//!
//! Uploads don't change the version of the draft, so attaching a file while the citizen types causes no conflict. The manifest
//! of the submission (id, size and SHA-256 of each file) binds the files to the dossier.

/// Writing the body of a `PATCH` to disk.
mod chunk_receiver;
/// `POST /drafts/{id}/uploads`.
mod create;
/// `HEAD` and `DELETE` of an upload.
mod handlers;
/// `PATCH /uploads/{id}`.
mod receive;
mod routes;
/// The headers of tus.
mod tus;
/// The `Upload-Metadata` header.
mod upload_metadata;

pub(crate) use routes::routes;
