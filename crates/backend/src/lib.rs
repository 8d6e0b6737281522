//! The reference backend: the contract over SQLite and a folder of files, with the built app beside it.
//!
//! [`app`] is the whole of it; `main` only reads the command line and listens. Nothing here may be
//! needed by the app: whatever the app relies on stands in the contract.

pub mod session_bounds;
pub mod config;
pub mod clock;
pub mod random;
pub mod secret;
mod pointer;
pub mod refusal;
pub mod store;
pub mod state;
pub mod data;
pub mod messages;
pub mod guard;
pub mod cross_origin;
mod credential;
pub mod request;
mod idempotency;
mod tries;
mod account_store;
mod consent_store;
mod address;
pub mod mount;
pub mod signed_in;
mod published;
pub mod accounts;
pub mod single_sign_on;
mod drafts;
pub mod uploads;
mod dossiers;
mod feedback;
mod rights;
mod demo;
mod site;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state, map_response, map_response_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use refusal::Refusal;
use state::AppState;

/// The whole backend as one service: the contract below `/api`, `/healthz`, and the built app at the rest.
pub fn app(state: AppState) -> Router {
    let demo = demo::routes(state.config.demo);
    let api = Router::new()
        .merge(published::routes())
        .merge(accounts::routes())
        .merge(single_sign_on::routes())
        .merge(rights::routes())
        .merge(drafts::routes())
        .merge(uploads::routes())
        .merge(dossiers::routes())
        .merge(feedback::routes())
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed);
    Router::new()
        .nest("/api", api)
        .merge(demo)
        .route("/healthz", get(site::health))
        .fallback(site::serve)
        .layer(CatchPanicLayer::custom(guard::hide_panic))
        .layer(from_fn_with_state(
            state.clone(),
            cross_origin::refuse_foreign,
        ))
        .layer(from_fn_with_state(state.clone(), cross_origin::share))
        .layer(from_fn(guard::log))
        .layer(map_response(guard::keep_out_of_caches))
        .layer(map_response_with_state(
            state.clone(),
            guard::set_security_headers,
        ))
        .with_state(state)
}
