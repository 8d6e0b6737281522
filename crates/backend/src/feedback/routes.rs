//! Routes of the feedback endpoints.

use axum::Router;
use contract::endpoints::{POST_FEEDBACK, POST_FEEDBACK_CHALLENGE};

use super::handlers;
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the feedback endpoints.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_FEEDBACK_CHALLENGE, handlers::post_challenge)
        .endpoint(&POST_FEEDBACK, handlers::receive_feedback)
}
