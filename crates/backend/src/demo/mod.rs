//! The demonstration's back side, `/demo`: the text messages that were "sent", and the officer's desk.
//! Its clock can be moved on, to see a code or a session expire. Only `--demo` has it; without that
//! every path below `/demo` is 404, because whoever reads these messages can sign in as anybody.

mod html;
mod inbox;
mod moves;
mod desk;
mod page;
mod handlers;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{any, get, post};

use crate::state::AppState;

/// The pages of the demonstration, or nothing where this isn't one.
pub(crate) fn routes(demo: bool) -> Router<AppState> {
    if demo {
        Router::new()
            .route("/demo", get(handlers::show))
            .route("/demo/demo.css", get(handlers::style))
            .route("/demo/messages.json", get(handlers::messages))
            .route("/demo/dossiers/{code}", post(handlers::act))
            .route("/demo/clock", post(handlers::move_clock))
    } else {
        Router::new()
            .route("/demo", any(StatusCode::NOT_FOUND))
            .route("/demo/{*rest}", any(StatusCode::NOT_FOUND))
    }
}
