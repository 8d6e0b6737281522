//! Routes of the notices.

use axum::Router;
use contract::endpoints::{
    GET_EVENTS, GET_NOTICE_SETTINGS, GET_NOTICES, PATCH_NOTICE_SETTINGS, POST_NOTICES_READ,
};

use super::{channels, event_stream, handlers};
use crate::http::router_ext::RouterExt;
use crate::state::AppState;

/// The routes of the notices, of their channels, and of the event stream.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&GET_NOTICES, handlers::list_notices)
        .endpoint(&POST_NOTICES_READ, handlers::read_notices)
        .endpoint(&GET_EVENTS, event_stream::open_stream)
        .endpoint(&GET_NOTICE_SETTINGS, channels::show_channels)
        .endpoint(&PATCH_NOTICE_SETTINGS, channels::choose_channels)
}
