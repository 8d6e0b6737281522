//! Uploads over tus 1.0 (core protocol, and the extensions creation, termination and expiration), or of a whole file in
//! one request. As soon as an upload is created, it is an attachment of a draft. It expires with the draft. When the draft
//! is submitted, the upload becomes part of the dossier.
//!
//! An upload doesn't change the version of the draft. So the citizen can type while a file is attached, without a
//! version conflict. Instead, the manifest of the submission states which files belong to the dossier, with the id,
//! size and SHA-256 of each file.

/// Writing the body of a `PATCH` request to disk.
mod chunk_receiver;
/// Endpoint that creates an upload.
mod create;
/// Endpoints that return the offset of an upload and delete an upload.
mod handlers;
/// Endpoint that receives a chunk of an upload.
mod receive;
mod routes;
/// The headers of the tus protocol.
mod tus;
/// The `Upload-Metadata` header.
mod upload_metadata;
/// Endpoint that receives a whole file in one request.
mod whole_file;

pub(crate) use routes::routes;
