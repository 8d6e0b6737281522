//! Routes of the draft endpoints.

use axum::Router;
use contract::endpoints::{DELETE_DRAFT, GET_DRAFT, PATCH_DRAFT, POST_DRAFT};

use super::{create, handlers};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the draft endpoints.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_DRAFT, create::create_draft)
        .endpoint(&GET_DRAFT, handlers::read_draft)
        .endpoint(&PATCH_DRAFT, handlers::save_draft)
        .endpoint(&DELETE_DRAFT, handlers::delete_draft)
}
