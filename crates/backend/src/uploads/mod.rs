//! Uploads: tus 1.0 (core, creation, termination, expiration). An upload is an attachment of a draft
//! from its first byte; it expires with its draft and never outlives it except as part of a dossier.
//!
//! Uploads don't change the draft's version: attaching while typing is no conflict. The seal of the
//! submission is what binds the files.

pub(crate) mod files;
pub(crate) mod upload_store;
mod metadata;
mod writers;
mod incoming;
mod tus;
mod create;
mod receive;
mod handlers;

use axum::Router;
use axum::middleware::map_response;
use axum::routing::options;
use contract::endpoints::{DELETE_UPLOAD, HEAD_UPLOAD, PATCH_UPLOAD, POST_UPLOAD};

use crate::mount::Mount;
use crate::state::AppState;

pub use writers::Writers;

/// The endpoints of uploads. `OPTIONS` tells any tus client what is spoken here; it names no person and
/// needs no session.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&POST_UPLOAD, create::create)
        .mount(&HEAD_UPLOAD, handlers::head)
        .mount(&PATCH_UPLOAD, receive::receive)
        .mount(&DELETE_UPLOAD, handlers::remove)
        .route(POST_UPLOAD.path, options(tus::options))
        .route(HEAD_UPLOAD.path, options(tus::options))
        .route_layer(map_response(tus::name_version))
}
