//! Serves the built app and `/healthz`.
//!
//! Files come from the folder of the built app. If the browser accepts brotli, the compressed version of a file is
//! sent. A request for a page of the app gets `index.html`, whether it comes from a browser, a robot that previews a
//! link, or a program that accepts everything. A missing file gets 404 instead of `index.html`: otherwise an open page of
//! an old build would load HTML as a script.

use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, ALLOW, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::refusal::Refusal;
use crate::state::AppState;

/// Path of the files whose names contain a hash of their content. `tools/build` creates these names.
const HASHED_FILES: &str = "/assets/";
/// Value of `Cache-Control` for a file below `/assets/`. Browsers may use the file without asking again. The file never
/// changes, because its name contains the hash of its content.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Value of `Cache-Control` for all other files. Browsers may cache the file, but must ask before each use whether it
/// has changed.
const REVALIDATE: &str = "no-cache";
/// `GET /healthz`: 200 if the database can be read.
pub(crate) async fn health(State(state): State<AppState>) -> Result<&'static str, Refusal> {
    state.store.check().await?;
    Ok("ok\n")
}

/// Handles all paths that no other route handles. Returns a file of the app, `index.html` for a page of the app, or
/// 404.
pub(crate) async fn serve(
    State(state): State<AppState>,
    request: Request,
) -> Result<Response, Refusal> {
    let path = request.uri().path().to_owned();
    let Some(dir) = state
        .config
        .app_dir
        .as_deref()
        .filter(|_| path != "/api" && !path.starts_with("/api/") && !is_hidden(&path))
    else {
        return Err(Refusal::NotFound);
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(ALLOW, "GET, HEAD")];
        return Ok((allow, Refusal::MethodNotAllowed).into_response());
    }
    let files = ServeDir::new(dir)
        .append_index_html_on_directories(false)
        .precompressed_br();
    let page = is_page(&path, request.headers()).then(|| index_request(&request));
    let found = files
        .clone()
        .oneshot(request)
        .await
        .map_err(Refusal::internal)?;
    let (caching, found) = match page {
        Some(page) if found.status() == StatusCode::NOT_FOUND => (
            REVALIDATE,
            files.oneshot(page).await.map_err(Refusal::internal)?,
        ),
        _ if path.starts_with(HASHED_FILES) => (IMMUTABLE, found),
        _ => (REVALIDATE, found),
    };
    if found.status() == StatusCode::NOT_FOUND {
        return Err(Refusal::NotFound);
    }
    let mut response = found.into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    Ok(response)
}

/// Changes a request for a page into a request for `index.html`. The headers of the request stay the same, so that the
/// response can be compressed or be a 304.
fn index_request(request: &Request) -> Request {
    let mut page = Request::new(axum::body::Body::empty());
    *page.method_mut() = request.method().clone();
    *page.headers_mut() = request.headers().clone();
    *page.uri_mut() = Uri::from_static("/index.html");
    page
}

/// Whether a part of the path begins with a dot, as `.git` and `.env` do. Such files are never part of the app, but may
/// lie in its folder. `.well-known` is for files that everybody may read (RFC 8615).
fn is_hidden(path: &str) -> bool {
    path.replace("%2e", ".")
        .replace("%2E", ".")
        .split('/')
        .any(|part| part.starts_with('.') && part != ".well-known")
}

/// Whether the request is for a page of the app, and not for a file.
fn is_page(path: &str, headers: &HeaderMap) -> bool {
    let is_page_path = !path.starts_with(HASHED_FILES) && !path.contains("//") && !is_file(path);
    is_page_path && accepts_html(headers)
}

/// Whether a path names a file. Its extension begins with two letters, such as `.css` or `.woff2`. The path of a page may
/// contain a dot too, because procedure codes contain dots, but there at most one letter follows a dot.
fn is_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        let beginning = extension.get(..2).unwrap_or_default();
        beginning.len() == 2 && beginning.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

/// Whether the request accepts HTML (RFC 9110, section 12.5.1). The most specific media range decides. A request without
/// `Accept` accepts everything.
fn accepts_html(headers: &HeaderMap) -> bool {
    let accepted: Vec<&str> = headers
        .get_all(ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter(|range| !range.trim().is_empty())
        .collect();
    let weight_of = |kind: &str| {
        accepted.iter().find_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let is_kind = parts.next()?.eq_ignore_ascii_case(kind);
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            is_kind.then(|| weight.is_none_or(|weight| weight.parse() != Ok(0.0)))
        })
    };
    accepted.is_empty()
        || ["text/html", "text/*", "*/*"]
            .into_iter()
            .find_map(weight_of)
            .unwrap_or(false)
}
