//! Routes of the feedback endpoints.

use axum::Router;
use contract::endpoints::{GET_FEEDBACK_CHALLENGE, POST_FEEDBACK};

use super::handlers;
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the feedback endpoints.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&GET_FEEDBACK_CHALLENGE, handlers::get_challenge)
        .endpoint(&POST_FEEDBACK, handlers::receive_feedback)
}
