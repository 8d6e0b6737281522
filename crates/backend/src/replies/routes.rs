//! Routes of the reply endpoints.

use axum::Router;
use contract::endpoints::{POST_NEW_REPLY, POST_REPLY};

use super::{create, send};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the reply endpoints.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_NEW_REPLY, create::begin_reply)
        .endpoint(&POST_REPLY, send::send_reply)
}
