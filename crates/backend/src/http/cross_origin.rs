//! Cross-origin requests. Pages of another origin may not change anything, unless the operator has allowed that origin.
//! Even pages of an allowed origin can't use the session cookie.

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
/// Request headers that pages of an allowed origin may send: those that the contract and tus define.
const ALLOWED_HEADERS: &str = "Authorization, Content-Type, Motcua-Request, Motcua-Bearer, Idempotency-Key, If-Match, \
     If-None-Match, Range, If-Range, X-HTTP-Method-Override, Tus-Resumable, Upload-Length, Upload-Offset, \
     Upload-Metadata";
/// Response headers that pages of an allowed origin may read: those that the contract and tus define.
const EXPOSED_HEADERS: &str = "Date, ETag, Accept-Ranges, Content-Range, Content-Disposition, Location, Retry-After, \
     Motcua-Sha256, Motcua-Prefix-Sha256, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Length, \
     Upload-Offset, Upload-Expires";
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// How long browsers may cache the response to a preflight request, in seconds.
const PREFLIGHT_SECONDS: &str = "3600";

/// Parses an origin that the operator allows on the command line. The origin must be written exactly as browsers send
/// it, because origins are compared byte by byte.
///
/// # Errors
///
/// A description of the expected form, for the operator.
pub fn parse_origin(text: &str) -> Result<String, &'static str> {
    const EXPECTED: &str = "an origin is `https://host` or `https://host:port`, in small letters and with nothing \
         behind it";
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

/// The origin that a request comes from, compared with the backend's own origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RequestSite {
    /// A page of the backend's own origin.
    SameOrigin,
    /// A page of another origin.
    CrossOrigin,
    /// Unknown: the request doesn't come from a page, or the browser doesn't send the origin.
    Unknown,
}

/// Determines where a request comes from, by the header `Sec-Fetch-Site`. For browsers that don't send this header,
/// compares `Origin` with `Host`, and with the portal's configured host name, because a proxy may have rewritten
/// `Host`.
pub(crate) fn request_site(headers: &HeaderMap, config: &Config) -> RequestSite {
    match text(headers, &HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin") => return RequestSite::SameOrigin,
        Some("none") => return RequestSite::Unknown,
        Some(_) => return RequestSite::CrossOrigin,
        None => {}
    }
    if !headers.contains_key(ORIGIN) {
        return RequestSite::Unknown;
    }
    let origin = text(headers, &ORIGIN).and_then(|origin| origin.split_once("://"));
    match (origin, text(headers, &HOST)) {
        (Some((_, authority)), Some(host)) if authority.eq_ignore_ascii_case(host) => {
            RequestSite::SameOrigin
        }
        (Some((scheme, authority)), _)
            if authority.eq_ignore_ascii_case(&config.host)
                && (scheme == "https" || !config.secure_cookies) =>
        {
            RequestSite::SameOrigin
        }
        _ => RequestSite::CrossOrigin,
    }
}

/// The origin of the request. `None` if the operator hasn't allowed it.
pub(crate) fn allowed_origin<'a>(
    headers: &'a HeaderMap,
    config: &Config,
) -> Option<&'a HeaderValue> {
    headers.get(ORIGIN).filter(|origin| {
        let named = config.origins.iter();
        named.map(String::as_bytes).any(|named| named == *origin)
    })
}

/// Middleware that refuses writes from pages of other origins, unless the operator has allowed the origin. The session
/// token and other headers make no difference.
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
    let foreign = request_site(headers, &config) == RequestSite::CrossOrigin
        && allowed_origin(headers, &config).is_none();
    if changes && foreign {
        return Refusal::ForeignOrigin.into_response();
    }
    next.run(request).await
}

/// Middleware that adds the CORS headers for allowed origins. It never sends `Access-Control-Allow-Credentials`, so
/// browsers send no session cookie. For allowed origins, it also removes `Set-Cookie` and `Clear-Site-Data` from the
/// response.
pub(crate) async fn cors(
    State(config): State<Arc<Config>>,
    request: Request,
    next: Next,
) -> Response {
    if config.origins.is_empty() || !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let origin = allowed_origin(request.headers(), &config).cloned();
    let is_preflight = *request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = match (&origin, is_preflight) {
        (Some(_), true) => preflight_response().into_response(),
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
        // These headers would change the session cookie and the stored data of the backend's own origin.
        headers.remove(SET_COOKIE);
        headers.remove(CLEAR_SITE_DATA);
    }
    response
}

/// Builds the response to a preflight request.
fn preflight_response() -> impl IntoResponse {
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

    fn site_of(headers: &[(&'static str, &str)]) -> RequestSite {
        let headers = headers.iter().map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_str(value).unwrap())
        });
        let config = Config {
            host: "portal.motcua.vn".to_owned(),
            ..Config::default()
        };
        request_site(&headers.collect(), &config)
    }

    #[test]
    fn an_older_browser_can_save_behind_a_proxy_that_rewrites_the_host() {
        let behind_a_proxy = |origin| {
            let headers = [("origin", origin), ("host", "127.0.0.1:8080")];
            site_of(&headers)
        };
        let portal = behind_a_proxy("https://portal.motcua.vn");
        assert_eq!(portal, RequestSite::SameOrigin);
        for origin in [
            "http://portal.motcua.vn",
            "https://portal.motcua.vn:8443",
            "https://portal.motcua.vn.evil.example",
            "https://evil.example",
            "null",
        ] {
            assert_eq!(behind_a_proxy(origin), RequestSite::CrossOrigin, "{origin}");
        }
    }

    #[test]
    fn sec_fetch_site_takes_precedence_over_origin() {
        let behind_a_proxy = [
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://motcua.vn"),
            ("host", "127.0.0.1:8080"),
        ];
        assert_eq!(site_of(&behind_a_proxy), RequestSite::SameOrigin);
        for value in ["cross-site", "same-site", "anything"] {
            assert_eq!(
                site_of(&[("sec-fetch-site", value)]),
                RequestSite::CrossOrigin
            );
        }
    }

    #[test]
    fn rejects_origins_that_no_browser_sends() {
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
    fn falls_back_to_the_origin_header() {
        let site_of_origin = |origin| site_of(&[("origin", origin), ("host", "motcua.vn")]);
        assert_eq!(site_of_origin("https://motcua.vn"), RequestSite::SameOrigin);
        for origin in [
            "https://motcua.vn.evil.example",
            "https://motcua.vn:8443",
            "null",
            "",
        ] {
            assert_eq!(site_of_origin(origin), RequestSite::CrossOrigin, "{origin}");
        }
        assert_eq!(site_of(&[("host", "motcua.vn")]), RequestSite::Unknown);
    }
}
