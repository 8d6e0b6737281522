//! «Góp ý»: a message to whoever keeps the portal, from anybody, behind a question in plain words that a machine has to
//! be made for. Only an operator reads what was written; a demonstration shows it on `/demo`.

mod challenge;
pub(crate) mod feedback_store;
mod handlers;

use axum::Router;
use contract::endpoints::{GET_FEEDBACK_CHALLENGE, POST_FEEDBACK};

use crate::mount::Mount;
use crate::state::AppState;

/// The endpoints of feedback.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .mount(&GET_FEEDBACK_CHALLENGE, handlers::ask)
        .mount(&POST_FEEDBACK, handlers::receive)
}
