//! What holds on every answer and every unsafe request, so that no handler can forget it: security
//! headers, no caching of personal answers, proof that a request comes from the app, and a log line that
//! names no person.

use std::any::Any;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use contract::limits::CSRF_HEADER;

use super::request_account;
use crate::config::Config;
use crate::refusal::Refusal;

const SECURITY_HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types default",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    // For the browsers inside messengers that are too old for frame-ancestors.
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// The browser keeps to https for two years, on every name below this host too.
const ONLY_HTTPS: &str = "max-age=63072000; includeSubDomains";

/// Puts the security headers on every answer, errors and files included.
pub(crate) async fn set_security_headers(
    State(config): State<Arc<Config>>,
    mut response: Response,
) -> Response {
    let headers = response.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if config.secure_cookies {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(ONLY_HTTPS),
        );
    }
    response
}

/// Forbids caching wherever a handler hasn't said otherwise: most answers are one person's.
pub(crate) async fn forbid_caching(mut response: Response) -> Response {
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses a request that a page of another site could have made: only a script of the same origin can
/// set the header.
pub(crate) async fn require_csrf_header(
    headers: HeaderMap,
    request: Request,
    next: Next,
) -> Response {
    if headers.get(CSRF_HEADER).is_some_and(|value| value == "1") {
        next.run(request).await
    } else {
        Refusal::MissingRequestHeader.into_response()
    }
}

/// Turns a panic of a handler into 500. What it said is not repeated: it may quote what was typed.
pub(crate) fn handle_panic(_: Box<dyn Any + Send>) -> Response {
    Refusal::internal("a handler panicked").into_response()
}

/// Logs method, route, status, duration, and the number of the account where there is one. The route is the template: an
/// address may hold a dossier's code, and a query what somebody searched for.
pub(crate) async fn log_request(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let begun = Instant::now();
    let (response, account) = request_account::track(next.run(request)).await;
    let status = response.status();
    let milliseconds = begun.elapsed().as_millis();
    if status >= StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%method, route, status = status.as_u16(), account, milliseconds);
    } else {
        tracing::info!(%method, route, status = status.as_u16(), account, milliseconds);
    }
    response
}
