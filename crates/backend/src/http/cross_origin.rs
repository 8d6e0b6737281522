//! From which site a request comes, as the browser says it, and what pages of another origin may do: nothing, unless the
//! operator has named the origin; then everything but use the cookie.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, HOST,
    HeaderName, HeaderValue, ORIGIN, SET_COOKIE, VARY,
};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::config::Config;
use crate::refusal::Refusal;

const ALLOWED_METHODS: &str = "GET, HEAD, POST, PATCH, DELETE";
/// What the contract and tus ask for in a request.
const ALLOWED_HEADERS: &str = "Authorization, Content-Type, Motcua-Request, Motcua-Bearer, Idempotency-Key, If-Match, If-None-Match, \
     Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata";
/// What they say in an answer.
const EXPOSED_HEADERS: &str = "ETag, Location, Retry-After, Motcua-Sha256, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, \
     Upload-Length, Upload-Offset, Upload-Expires";
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// The browser need not ask again for an hour.
const PREFLIGHT_SECONDS: &str = "3600";

/// An origin exactly as a browser names it, or it would never be met.
///
/// # Errors
/// A sentence for whoever configures the backend.
pub fn parse_origin(text: &str) -> Result<String, &'static str> {
    const EXPECTED: &str = "an origin is `https://host` or `https://host:port`, in small letters and with nothing behind it";
    let uri: Uri = text.parse().map_err(|_| EXPECTED)?;
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(EXPECTED);
    };
    let named = [scheme, "://", authority.as_str()].concat();
    if matches!(scheme, "https" | "http") && named == text && text == text.to_lowercase() {
        Ok(named)
    } else {
        Err(EXPECTED)
    }
}

/// Which site's page made a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RequestSite {
    /// A page of this very origin.
    SameOrigin,
    /// A page of another origin.
    CrossOrigin,
    /// No page, or a browser that doesn't say.
    Unknown,
}

/// The site of a request, by `Sec-Fetch-RequestSite`, or by `SubmissionOrigin` where the browser is older than that.
pub(crate) fn request_site(headers: &HeaderMap) -> RequestSite {
    match text(headers, &HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin") => return RequestSite::SameOrigin,
        Some("none") => return RequestSite::Unknown,
        Some(_) => return RequestSite::CrossOrigin,
        None => {}
    }
    if !headers.contains_key(ORIGIN) {
        return RequestSite::Unknown;
    }
    let authority = text(headers, &ORIGIN).and_then(|origin| origin.split_once("://"));
    match (authority, text(headers, &HOST)) {
        (Some((_, authority)), Some(host)) if authority.eq_ignore_ascii_case(host) => {
            RequestSite::SameOrigin
        }
        _ => RequestSite::CrossOrigin,
    }
}

/// The origin of the request's page, where the operator has named it.
pub(crate) fn allowed_origin<'a>(
    headers: &'a HeaderMap,
    config: &Config,
) -> Option<&'a HeaderValue> {
    headers.get(ORIGIN).filter(|origin| {
        let named = config.origins.iter();
        named.map(String::as_bytes).any(|named| named == *origin)
    })
}

/// Refuses to change anything for a page of another origin that the operator hasn't named, whatever headers it could set.
pub(crate) async fn reject_cross_origin_writes(
    State(config): State<Arc<Config>>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let foreign = request_site(headers) == RequestSite::CrossOrigin
        && allowed_origin(headers, &config).is_none();
    if changes && foreign {
        return Refusal::ForeignOrigin.into_response();
    }
    next.run(request).await
}

/// Lets the pages of named origins call the contract (CORS). Never with cookies: `Access-Control-Allow-Credentials` isn't
/// sent, and the cookie is neither looked at nor touched.
pub(crate) async fn cors(
    State(config): State<Arc<Config>>,
    request: Request,
    next: Next,
) -> Response {
    if config.origins.is_empty() || !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let origin = allowed_origin(request.headers(), &config).cloned();
    let asks_first = *request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = match (&origin, asks_first) {
        (Some(_), true) => allow().into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(
            ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(EXPOSED_HEADERS),
        );
        // What is about the cookie and storage of this origin is no business of that one.
        headers.remove(SET_COOKIE);
        headers.remove(CLEAR_SITE_DATA);
    }
    response
}

fn allow() -> impl IntoResponse {
    let allowed = [
        (ACCESS_CONTROL_ALLOW_METHODS, ALLOWED_METHODS),
        (ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS),
        (ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS),
    ];
    (StatusCode::NO_CONTENT, allowed)
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn site_of(said: &[(&'static str, &str)]) -> RequestSite {
        let said = said.iter();
        let headers = said.map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_str(value).unwrap())
        });
        request_site(&headers.collect())
    }

    #[test]
    fn the_browsers_own_word_comes_before_the_addresses() {
        let behind_a_proxy = [
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://motcua.vn"),
            ("host", "127.0.0.1:8080"),
        ];
        assert_eq!(site_of(&behind_a_proxy), RequestSite::SameOrigin);
        for said in ["cross-site", "same-site", "anything"] {
            assert_eq!(
                site_of(&[("sec-fetch-site", said)]),
                RequestSite::CrossOrigin
            );
        }
    }

    #[test]
    fn an_origin_that_no_browser_would_name_is_refused() {
        for named in ["https://dichvucong.example.vn", "http://localhost:8081"] {
            assert_eq!(parse_origin(named).as_deref(), Ok(named));
        }
        for wrong in [
            "*",
            "null",
            "dichvucong.example.vn",
            "https://dichvucong.example.vn/",
            "https://Dichvucong.example.vn",
            "ftp://dichvucong.example.vn",
        ] {
            assert!(parse_origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_older_browser_is_known_by_its_origin() {
        let of = |origin| site_of(&[("origin", origin), ("host", "motcua.vn")]);
        assert_eq!(of("https://motcua.vn"), RequestSite::SameOrigin);
        for origin in [
            "https://motcua.vn.evil.example",
            "https://motcua.vn:8443",
            "null",
            "",
        ] {
            assert_eq!(of(origin), RequestSite::CrossOrigin, "{origin}");
        }
        assert_eq!(site_of(&[("host", "motcua.vn")]), RequestSite::Unknown);
    }
}
