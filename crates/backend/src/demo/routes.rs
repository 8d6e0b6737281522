//! Routes of the demo endpoints.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};

use super::{apology, conversation, fee_handlers, handlers, handover, results};
use crate::config::Config;
use crate::http::cross_origin::{self, RequestSite};
use crate::state::AppState;

/// The routes below `/demo`. Without the option `--demo`, all of them return 404.
pub(crate) fn routes(config: &Arc<Config>) -> Router<AppState> {
    if config.demo {
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
            .route_layer(from_fn_with_state(config.clone(), require_same_origin))
    } else {
        Router::new()
            .route("/demo", any(StatusCode::NOT_FOUND))
            .route("/demo/{*rest}", any(StatusCode::NOT_FOUND))
    }
}

/// Middleware that refuses a `POST` from a page of another origin (403). A plain HTML form can't set the header
/// `Motcua-Request`, which protects the app's requests. Instead, the header `Origin` or `Sec-Fetch-Site` must show that
/// the form comes from the same origin.
async fn require_same_origin(
    State(config): State<Arc<Config>>,
    request: Request,
    next: Next,
) -> Response {
    let is_same_origin =
        cross_origin::request_site(request.headers(), &config) == RequestSite::SameOrigin;
    match request.method() == Method::POST && !is_same_origin {
        true => StatusCode::FORBIDDEN.into_response(),
        false => next.run(request).await,
    }
}
