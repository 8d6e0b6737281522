//! The reference backend. It implements the API of the `contract` crate with SQLite and a folder of files. It also
//! serves the built app.
//!
//! [`app`] is the entry point. `main` reads the command line and starts the server. The app must not depend on this
//! crate: everything that the app needs from a backend is part of the contract.

/// Registration, sign-in, sessions, and changes to an account.
pub mod accounts;
/// Authentication: passwords, session tokens and identity providers.
pub mod auth;
/// The backend's clock, which tests can set.
pub mod clock;
mod change_events;
/// The operator's configuration.
pub mod config;
/// Reference data: procedures, forms, places and the portal's settings.
pub mod data;
mod demo;
/// A payment gateway for demonstrations and tests.
pub mod demo_gateway;
mod dossiers;
mod drafts;
mod feedback;
/// Extractors, middleware and helpers for HTTP.
pub mod http;
/// Sending text messages and e-mails.
pub mod messages;
/// Fees and online payments.
pub mod payments;
/// Notices to citizens, and the outbox from which they are sent.
pub mod notices;
/// Public documents, such as procedures and forms.
pub mod published;
/// The reasons why a request is refused, and the error responses.
pub mod refusal;
mod replies;
mod rights;
/// The state that all handlers share.
pub mod state;
mod static_site;
/// Data on disk: the database and the attached files.
pub mod store;
mod uploads;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state, map_response, map_response_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use crate::http::security_headers::{self, SecurityHeaders};
use crate::http::{cross_origin, host, method_override, middleware};
use crate::refusal::Refusal;
use crate::state::AppState;

/// Applies, now and every hour, what happens to dossiers when a deadline passes. Never ends.
pub async fn apply_deadlines_hourly(state: AppState) {
    dossiers::lapse::apply_due_every_hour(state).await;
}

/// Builds the router of the whole service: the API below `/api`, the health check at `/healthz`, and the built app at
/// all other paths.
pub fn app(state: AppState) -> Router {
    let demo = demo::routes(&state.config);
    let api = Router::new()
        .merge(published::routes())
        .merge(accounts::routes())
        .merge(rights::routes())
        .merge(drafts::routes())
        .merge(uploads::routes())
        .merge(dossiers::routes())
        .merge(payments::routes())
        .merge(replies::routes())
        .merge(notices::routes())
        .merge(feedback::routes())
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || Refusal::MethodNotAllowed)
        .layer(from_fn(middleware::limit_headers));
    let routes = Router::new()
        .nest("/api", api)
        .merge(demo)
        .merge(payments::callback_route())
        .route("/healthz", get(static_site::health))
        .fallback(static_site::serve);
    let routes = match state.config.demo {
        true => routes.layer(from_fn_with_state(
            state.clone(),
            notices::deliver_before_response,
        )),
        false => routes,
    };
    method_override::accept_method_override(with_middleware(routes, state))
}

/// Adds the middleware for all requests and responses to the routes. It also applies to responses after a panic.
fn with_middleware(routes: Router<AppState>, state: AppState) -> Router {
    routes
        .layer(CatchPanicLayer::custom(middleware::handle_panic))
        .layer(from_fn_with_state(
            state.config.clone(),
            cross_origin::reject_cross_origin_writes,
        ))
        .layer(from_fn_with_state(state.config.clone(), cross_origin::cors))
        .layer(from_fn_with_state(state.config.clone(), host::require_host))
        .layer(from_fn(middleware::log_request))
        .layer(map_response(middleware::forbid_caching))
        .layer(map_response(middleware::name_charset))
        .layer(map_response_with_state(
            state.clock.clone(),
            middleware::set_date,
        ))
        .layer(map_response_with_state(
            SecurityHeaders::read(&state.config),
            security_headers::set_security_headers,
        ))
        .with_state(state)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    use super::clock::Clock;
    use super::config::Config;
    use super::data::Data;
    use super::*;

    #[tokio::test]
    async fn a_panic_gets_every_header_and_does_not_leak_its_message() {
        let dir = tempfile::tempdir().unwrap();
        let data = Data::load().unwrap();
        let state = AppState::open(dir.path(), data, Config::default(), Clock::real()).unwrap();
        let failing = async || -> &'static str { panic!("0912345678") };
        let app = with_middleware(Router::new().route("/", get(failing)), state);
        let request = Request::get("/")
            .header("host", "localhost")
            .body(Body::empty())
            .unwrap();
        let answer = app.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), 500);
        for name in [
            "content-security-policy",
            "strict-transport-security",
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
        ] {
            assert!(answer.headers().contains_key(name), "{name}");
        }
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let body = axum::body::to_bytes(answer.into_body(), 10_000).await;
        let text = String::from_utf8(body.unwrap().to_vec()).unwrap();
        assert!(text.contains("internal") && !text.contains("0912345678"));
    }
}
