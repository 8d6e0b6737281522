//! Routes of the payment endpoints.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use contract::endpoints::{GET_PAYMENT, POST_PAYMENT};

use super::gateway::CALLBACK_PATH;
use super::{callback, handlers};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// Maximum size of a callback, in bytes.
const CALLBACK_BYTES: usize = 16 * 1024;

/// The routes of the payment endpoints below `/api`.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&POST_PAYMENT, handlers::begin_payment)
        .endpoint(&GET_PAYMENT, handlers::read_payment)
}

/// The route of the gateway's callbacks. It is no part of the contract with the app: every backend agrees on it with its
/// gateway.
pub(crate) fn callback_route() -> Router<AppState> {
    Router::new()
        .route(CALLBACK_PATH, post(callback::receive_callback))
        .layer(DefaultBodyLimit::max(CALLBACK_BYTES))
}
