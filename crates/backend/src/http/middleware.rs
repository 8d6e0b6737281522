//! Middleware for all routes: `no-store` for personal data, the date, the charset of texts, the check
//! of the CSRF header, and an access log without personal data. As middleware, they apply to every handler and can't be
//! forgotten.

use std::any::Any;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use contract::limits::{CSRF_HEADER, header_bytes};

use super::request_account;
use crate::clock::{Clock, http_date};
use crate::refusal::Refusal;

/// Sets `Cache-Control: no-store`, because most responses contain personal data. If the handler has set
/// `Cache-Control`, its value stays.
pub(crate) async fn forbid_caching(mut response: Response) -> Response {
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses requests without the header `Motcua-Request: 1`. A page of another site can't set this header, so it
/// protects against CSRF.
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

/// Refuses requests with a header that is longer than the contract allows, before anything reads it.
pub(crate) async fn limit_headers(headers: HeaderMap, request: Request, next: Next) -> Response {
    let too_long = headers
        .iter()
        .find(|(name, value)| value.len() > header_bytes(name.as_str()));
    match too_long {
        Some((name, _)) => {
            Refusal::InvalidRequest(format!("the header `{name}` is too long")).into_response()
        }
        None => next.run(request).await,
    }
}

/// Sets `Date` from the backend's clock. Clients take today's date in Vietnam from this header, so that a device with a
/// wrong clock judges dates as the backend does.
pub(crate) async fn set_date(State(clock): State<Clock>, mut response: Response) -> Response {
    if let Ok(date) = HeaderValue::try_from(http_date(clock.now())) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

/// Adds `charset=utf-8` to the media type of a text. Without it, a browser may guess another encoding and read other
/// characters, possibly markup. JSON has no such parameter, because it is always UTF-8.
pub(crate) async fn name_charset(mut response: Response) -> Response {
    let named = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .filter(|kind| is_text(kind) && !kind.contains("charset"))
        .and_then(|kind| HeaderValue::try_from([kind, "; charset=utf-8"].concat()).ok());
    if let Some(named) = named {
        response.headers_mut().insert(header::CONTENT_TYPE, named);
    }
    response
}

fn is_text(kind: &str) -> bool {
    let essence = kind.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/") || essence.ends_with("/xml") || essence.ends_with("+xml")
}

/// Turns a panic in a handler into a response with status 500. The panic message isn't logged, because it may quote
/// what the citizen typed.
pub(crate) fn handle_panic(_: Box<dyn Any + Send>) -> Response {
    Refusal::internal("a handler panicked").into_response()
}

/// Logs the method, route, status and duration of a request, and the database key of the account. The route is logged
/// as a template such as `/dossiers/{code}`, because real paths contain dossier codes and queries contain search terms.
pub(crate) async fn log_request(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let started = Instant::now();
    let (response, account) = request_account::track(next.run(request)).await;
    let status = response.status();
    let milliseconds = started.elapsed().as_millis();
    if status >= StatusCode::INTERNAL_SERVER_ERROR {
        tracing::error!(%method, route, status = status.as_u16(), account, milliseconds);
    } else {
        tracing::info!(%method, route, status = status.as_u16(), account, milliseconds);
    }
    response
}
