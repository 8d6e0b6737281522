//! Routes of the upload endpoints.

use axum::Router;
use axum::middleware::map_response;
use axum::routing::options;
use contract::endpoints::{DELETE_UPLOAD, HEAD_UPLOAD, PATCH_UPLOAD, POST_FILE, POST_UPLOAD};

use super::{create, handlers, receive, tus, whole_file};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the upload endpoints. `OPTIONS` describes the server's tus features. It needs no session, because the
/// response contains no personal data.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_UPLOAD, create::create_upload)
        .endpoint(&HEAD_UPLOAD, handlers::upload_status)
        .endpoint(&PATCH_UPLOAD, receive::receive_chunk)
        .endpoint(&DELETE_UPLOAD, handlers::delete_upload)
        .endpoint(&POST_FILE, whole_file::receive_file)
        .route(POST_UPLOAD.path, options(tus::options))
        .route(HEAD_UPLOAD.path, options(tus::options))
        .route_layer(map_response(tus::name_version))
}
