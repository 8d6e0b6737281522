//! Security headers on every kind of response: HTML pages, static files, API responses, errors, uploads and redirects.

use axum::body::Body;
use axum::http::Request;
use contract::endpoints;
use tempfile::TempDir;

use crate::kit::filing::{photo, upload_id};
use crate::kit::operations::operations;
use crate::kit::{TestBackend, TestClient, TestResponse, officer};

const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types default",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("x-frame-options", "DENY"),
];

/// Asserts that a response has each security header exactly once. If the assertion fails, its message contains
/// `context`, which describes the request.
fn assert_security_headers(response: &TestResponse, context: &str) {
    for (name, value) in HEADERS {
        let values: Vec<&str> = response
            .headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap())
            .collect();
        assert_eq!(values, [value], "{name} of {context}");
    }
}

#[tokio::test]
async fn sends_the_policy_that_the_build_has_written_for_the_app() {
    let app = TempDir::new().unwrap();
    let policy = "default-src 'self'; style-src 'self' 'sha256-AAAA'";
    std::fs::write(app.path().join("index.html"), "<!doctype html>").unwrap();
    let file = app.path().join("content-security-policy.txt");
    std::fs::write(&file, [policy, "\n"].concat()).unwrap();
    let start = || {
        let dir = app.path().to_owned();
        TestBackend::start_with(|config| config.app_dir = Some(dir))
    };
    for path in ["/", "/procedures", "/api/portal"] {
        let response = request(&start().client(), "GET", path).await;
        assert_eq!(
            response.header("content-security-policy"),
            Some(policy),
            "{path}"
        );
    }
    std::fs::write(&file, "default-src 'none'\nscript-src *").unwrap();
    let response = request(&start().client(), "GET", "/").await;
    assert_security_headers(&response, "a page with an unusable policy");
}

fn start_with_app() -> (TestBackend, TempDir) {
    let app = TempDir::new().unwrap();
    std::fs::write(app.path().join("index.html"), "<!doctype html>").unwrap();
    std::fs::write(app.path().join("boot.js"), "boot").unwrap();
    let dir = app.path().to_owned();
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.app_dir = Some(dir);
    });
    (backend, app)
}

async fn request(client: &TestClient, method: &str, path: &str) -> TestResponse {
    let request = Request::builder().method(method).uri(path);
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn pages_files_api_responses_and_errors_have_security_headers() {
    let (backend, _app) = start_with_app();
    let lan = backend.register_lan().await;
    for (method, path, status) in [
        ("GET", "/", 200),
        ("HEAD", "/boot.js", 200),
        ("GET", "/nowhere.js", 404),
        ("POST", "/", 405),
        ("GET", "/healthz", 200),
        ("GET", "/demo", 200),
        ("GET", "/demo/demo.css", 200),
        ("GET", "/api/portal", 200),
        ("GET", "/api/session", 200),
        ("GET", "/api/dossiers?page=0", 400),
        ("DELETE", "/api/session", 403),
        ("GET", "/api/drafts/none", 404),
        ("GET", "/api/nothing", 404),
        ("PUT", "/api/session", 405),
        ("OPTIONS", "/api/uploads/none", 204),
    ] {
        let response = request(&lan, method, path).await;
        let context = format!("{method} {path}");
        assert_eq!(response.status, status, "{context}");
        assert_security_headers(&response, &context);
    }
}

#[tokio::test]
async fn uploads_redirects_and_304_responses_have_security_headers() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    let file = photo("file-0001", 100);
    let created = lan.create_upload(&draft.id, &file).await;
    assert_security_headers(&created, "a created upload");
    let id = upload_id(&created);
    assert_security_headers(&lan.head_upload(&id).await, "the offset of an upload");
    let conflict = lan.send_chunk(&id, 50, Body::from("x")).await;
    assert_eq!(conflict.status, 409);
    assert_security_headers(&conflict, "a chunk at a wrong offset");
    let last_chunk = lan.send_chunk(&id, 0, Body::from(file.bytes)).await;
    assert_security_headers(&last_chunk, "the last chunk");
    let receipt = lan.submit(&draft.id, "key-1").await;
    assert_security_headers(&receipt, "a receipt");
    let code = receipt.json::<contract::receipt::Receipt>().code;
    let redirect = officer::post_decision(&lan, &code, "move=2").await;
    assert_eq!(redirect.status, 303);
    assert_security_headers(&redirect, "a redirect");
    let portal = lan.call(&endpoints::GET_PORTAL, &[]).await;
    lan.set_header("if-none-match", portal.header("etag").unwrap());
    let not_modified = lan.call(&endpoints::GET_PORTAL, &[]).await;
    assert_eq!(not_modified.status, 304);
    assert_security_headers(&not_modified, "a 304 response");
}

#[tokio::test]
async fn every_operation_has_security_headers_for_guests_and_citizens() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let guest = backend.client();
    for operation in operations() {
        for client in [&guest, &lan] {
            let response = client.send(operation.minimal_request()).await;
            assert_security_headers(&response, &operation.name);
        }
    }
}

#[tokio::test]
async fn sends_hsts_only_over_https() {
    let over_http = TestBackend::start();
    let response = request(&over_http.client(), "GET", "/nothing").await;
    assert_eq!(response.header("strict-transport-security"), None);
    let over_https = TestBackend::start_with(|config| config.secure_cookies = true);
    for path in ["/nothing", "/api/portal", "/api/dossiers"] {
        assert_eq!(
            request(&over_https.client(), "GET", path)
                .await
                .header("strict-transport-security"),
            Some("max-age=63072000; includeSubDomains")
        );
    }
}

#[tokio::test]
async fn responses_that_need_a_session_are_not_cached() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for operation in operations() {
        if operation.requires_session {
            let response = lan.send(operation.minimal_request()).await;
            let caching = response.header("cache-control");
            assert_eq!(caching, Some("no-store"), "{}", operation.name);
        }
    }
}

#[tokio::test]
async fn every_text_names_its_charset() {
    let (backend, _app) = start_with_app();
    let client = backend.client();
    let mut kinds = Vec::new();
    for path in [
        "/",
        "/boot.js",
        "/healthz",
        "/demo",
        "/demo/demo.css",
        "/api/portal",
        "/api/nothing",
    ] {
        let response = request(&client, "GET", path).await;
        let kind = response.header("content-type").unwrap().to_owned();
        let is_json = kind == "application/json" || kind == "application/problem+json";
        assert!(
            is_json || kind.ends_with("; charset=utf-8"),
            "{path}: {kind}"
        );
        kinds.push(kind);
    }
    assert!(kinds.iter().any(|kind| kind.starts_with("text/css")));
}

#[tokio::test]
async fn every_response_carries_the_time_of_the_office() {
    let (backend, _app) = start_with_app();
    let client = backend.client();
    for (path, status) in [("/", 200), ("/api/dossiers", 401), ("/api/portal", 200)] {
        let response = request(&client, "GET", path).await;
        assert_eq!(response.status, status, "{path}");
        assert_eq!(
            response.header("date"),
            Some("Sun, 22 Nov 2026 01:20:00 GMT")
        );
    }
    backend.advance_clock(86_400);
    let tomorrow = request(&client, "GET", "/api/portal").await;
    assert_eq!(
        tomorrow.header("date"),
        Some("Mon, 23 Nov 2026 01:20:00 GMT")
    );
}
