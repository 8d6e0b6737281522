//! Serves the built app and `/healthz`.
//!
//! Files come from the folder that the build made, with their brotli version if the browser accepts it. Pages of the
//! app get `index.html`. A missing file is 404, because an old page would otherwise load HTML as a script.

use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, ALLOW, CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use crate::refusal::Refusal;
use crate::state::AppState;

/// Path of the files whose names contain a hash of their content (`tools/build`).
const HASHED_FILES: &str = "/assets/";
/// A file whose name contains its hash never changes.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// The browser caches the file and revalidates it before each use.
const REVALIDATE: &str = "no-cache";
/// Extensions of files. No page of the app ends in one of them, though procedure codes contain a dot.
const FILE_EXTENSIONS: [&str; 14] = [
    "js",
    "css",
    "wasm",
    "br",
    "json",
    "map",
    "svg",
    "png",
    "ico",
    "webp",
    "woff2",
    "txt",
    "xml",
    "webmanifest",
];

/// `GET /healthz`: 200 while the database answers.
pub(crate) async fn health(State(state): State<AppState>) -> Result<&'static str, Refusal> {
    let one: i64 = state
        .store
        .run(|transaction| Ok(transaction.query_row("SELECT 1", [], |row| row.get(0))?))
        .await?;
    if one == 1 {
        Ok("ok\n")
    } else {
        Err(Refusal::Internal)
    }
}

/// Fallback of the router: a file of the app, a page of the app, or 404.
pub(crate) async fn serve(
    State(state): State<AppState>,
    request: Request,
) -> Result<Response, Refusal> {
    let path = request.uri().path().to_owned();
    let Some(dir) = state
        .config
        .app_dir
        .as_deref()
        .filter(|_| !path.starts_with("/api/"))
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

/// The same request for `index.html`, so that compression and 304 work for it too.
fn index_request(request: &Request) -> Request {
    let mut page = Request::new(axum::body::Body::empty());
    *page.method_mut() = request.method().clone();
    *page.headers_mut() = request.headers().clone();
    *page.uri_mut() = Uri::from_static("/index.html");
    page
}

/// Whether the request opens a page, rather than loads one of its files.
fn is_page(path: &str, headers: &HeaderMap) -> bool {
    if path == "/" {
        return true;
    }
    let extension = path
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'));
    let is_file = extension.is_some_and(|(_, extension)| FILE_EXTENSIONS.contains(&extension));
    let wants_page = headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    wants_page && !is_file
}
