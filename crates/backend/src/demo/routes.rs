//! Routes of the demo endpoints.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{any, get, post};

use super::{apology, conversation, fee_handlers, handlers, handover, results};
use crate::state::AppState;

/// The routes below `/demo`. Unless `demo` is true, all of them return 404.
pub(crate) fn routes(demo: bool) -> Router<AppState> {
    if demo {
        Router::new()
            .route("/demo", get(handlers::show_page))
            .route("/demo/demo.css", get(handlers::style))
            .route("/demo/messages.json", get(handlers::messages))
            .route("/demo/emails.json", get(handlers::emails))
            .route("/demo/dossiers/{code}/apology", post(apology::post_apology))
            .route("/demo/dossiers/{code}", post(handlers::post_decision))
            .route("/demo/dossiers/{code}/fees", post(fee_handlers::post_fee))
            .route("/demo/fees/{id}", post(fee_handlers::post_fee_decision))
            .route("/demo/payments/{id}", post(fee_handlers::post_refund))
            .route(
                "/demo/dossiers/{code}/results",
                post(results::attach_result).layer(DefaultBodyLimit::max(results::MAX_BODY)),
            )
            .route(
                "/demo/dossiers/{code}/handover",
                post(handover::post_handover),
            )
            .route(
                "/demo/dossiers/{code}/messages",
                post(conversation::write_to_citizen),
            )
            .route(
                "/demo/dossiers/{code}/supplement",
                get(handlers::show_supplement_form).post(handlers::post_supplement),
            )
            .route("/demo/clock", post(handlers::move_clock))
    } else {
        Router::new()
            .route("/demo", any(StatusCode::NOT_FOUND))
            .route("/demo/{*rest}", any(StatusCode::NOT_FOUND))
    }
}
