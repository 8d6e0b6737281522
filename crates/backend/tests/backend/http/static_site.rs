//! The files of the built app, which the backend serves beside the API: paths, media types, caching and brotli copies.

use std::fs;
use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use backend::clock::Clock;
use backend::config::Config;
use backend::data::Data;
use backend::state::{AppState, OpenError};
use contract::problem::ProblemCode;
use tempfile::TempDir;

use crate::kit::{TestBackend, TestClient, TestResponse};

const WASM: &str = "/assets/1f2e3d4c5b6a7988/app_bg.wasm";
const SCRIPT: &str = "/assets/1f2e3d4c5b6a7988/app.js";

/// Writes the files of a built app into a folder. Each file contains only a short text.
fn write_app(dir: &Path) {
    fs::create_dir(dir.join("icons")).unwrap();
    fs::create_dir_all(dir.join("assets/1f2e3d4c5b6a7988")).unwrap();
    for (name, text) in [
        ("index.html", "<!doctype html><title>Một Cửa</title>"),
        ("index.html.br", "page, brotli"),
        ("assets/1f2e3d4c5b6a7988/app_bg.wasm", "wasm"),
        ("assets/1f2e3d4c5b6a7988/app_bg.wasm.br", "wasm, brotli"),
        ("assets/1f2e3d4c5b6a7988/app.js", "script"),
        ("gloo-1f2e3d4c5b6a7988.js", "not named by its content"),
        ("boot.js", "boot"),
        ("icons/a.svg", "<svg/>"),
    ] {
        fs::write(dir.join(name), text).unwrap();
    }
}

fn backend_with_app() -> (TestBackend, TempDir) {
    let app = TempDir::new().unwrap();
    write_app(app.path());
    let dir = app.path().to_owned();
    (
        TestBackend::start_with(|config| config.app_dir = Some(dir)),
        app,
    )
}

/// Requests a file with the headers that a browser sends for a script or a style sheet of a page.
async fn get_file(client: &TestClient, path: &str, encodings: &str) -> TestResponse {
    let request = Request::builder()
        .uri(path)
        .header("accept", "*/*")
        .header("accept-encoding", encodings);
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_app_route_returns_the_page_uncached() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    for path in [
        "/",
        "/dang-nhap",
        "/thu-tuc/1.001193",
        "/thu-tuc?q=khai%20sinh",
        "/index.html",
        "/icons",
    ] {
        let response = client.navigate(path).await;
        assert_eq!(response.status, 200, "{path}");
        assert!(response.text().contains("Một Cửa"), "{path}");
        assert!(
            response
                .header("content-type")
                .unwrap()
                .starts_with("text/html")
        );
        assert_eq!(response.header("cache-control"), Some("no-cache"));
    }
}

#[tokio::test]
async fn files_have_their_media_type_and_hashed_files_are_immutable() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    let immutable = "public, max-age=31536000, immutable";
    for (path, kind, caching) in [
        (WASM, "application/wasm", immutable),
        (SCRIPT, "text/javascript; charset=utf-8", immutable),
        ("/boot.js", "text/javascript; charset=utf-8", "no-cache"),
        (
            "/gloo-1f2e3d4c5b6a7988.js",
            "text/javascript; charset=utf-8",
            "no-cache",
        ),
        ("/icons/a.svg", "image/svg+xml; charset=utf-8", "no-cache"),
    ] {
        let response = get_file(&client, path, "identity").await;
        assert_eq!(response.status, 200, "{path}");
        assert_eq!(response.header("content-type"), Some(kind));
        assert_eq!(response.header("cache-control"), Some(caching));
    }
}

#[tokio::test]
async fn sends_brotli_files_to_browsers_that_accept_them() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    let compressed = get_file(&client, WASM, "gzip, br").await;
    assert_eq!(compressed.text(), "wasm, brotli");
    assert_eq!(compressed.header("content-encoding"), Some("br"));
    assert_eq!(compressed.header("content-type"), Some("application/wasm"));
    assert!(
        compressed
            .header("vary")
            .unwrap()
            .eq_ignore_ascii_case("accept-encoding")
    );
    assert_eq!(get_file(&client, WASM, "gzip").await.text(), "wasm");
    let without_brotli = get_file(&client, "/boot.js", "br").await;
    assert_eq!(
        (without_brotli.status.as_u16(), without_brotli.text()),
        (200, "boot".to_owned())
    );
    let request = Request::builder()
        .uri("/thu-tuc/1.001193")
        .header("accept", "text/html")
        .header("accept-encoding", "br");
    let page = client.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(page.text(), "page, brotli");
}

#[tokio::test]
async fn a_missing_file_returns_404_instead_of_the_page() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    for path in [
        "/assets/0000000000000000/app.js",
        "/gone.css",
        "/a/b.wasm",
        "/favicon.ico",
        "/Photo.JPG",
        "/old/index.php",
        "/.env",
        "/assets/0000000000000000/nothing",
    ] {
        get_file(&client, path, "br")
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
    client
        .navigate("/assets/0000000000000000/app.js")
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn hidden_files_in_the_app_folder_are_never_served() {
    let (backend, app) = backend_with_app();
    fs::create_dir(app.path().join(".git")).unwrap();
    fs::create_dir(app.path().join(".well-known")).unwrap();
    for (name, text) in [
        (".git/config", "secret"),
        (".env", "secret"),
        ("icons/.secret.svg", "secret"),
        (".well-known/security.txt", "Contact: mailto:an@xa.example"),
    ] {
        fs::write(app.path().join(name), text).unwrap();
    }
    let client = backend.client();
    for path in [
        "/.git/config",
        "/%2egit/config",
        "/%2Egit/config",
        "/.env",
        "/icons/.secret.svg",
    ] {
        for response in [
            get_file(&client, path, "identity").await,
            client.navigate(path).await,
        ] {
            response.assert_problem(404, ProblemCode::NotFound);
        }
    }
    let contact = get_file(&client, "/.well-known/security.txt", "identity").await;
    assert_eq!(contact.status, 200);
}

#[test]
fn refuses_to_start_with_the_data_folder_in_the_app_folder() {
    let app = TempDir::new().unwrap();
    write_app(app.path());
    for data in ["", "data", "icons/../data/2026"] {
        let config = Config {
            app_dir: Some(app.path().to_owned()),
            ..Config::default()
        };
        let opened = AppState::open(
            &app.path().join(data),
            Data::load().unwrap(),
            config,
            Clock::real(),
        );
        assert!(matches!(opened, Err(OpenError::ServedFolder)), "{data}");
        assert!(!app.path().join(data).join("secret").exists(), "{data}");
    }
}

#[tokio::test]
async fn rejects_path_traversal() {
    let (backend, app) = backend_with_app();
    fs::write(app.path().parent().unwrap().join("outside.txt"), "secret").ok();
    let client = backend.client();
    for path in [
        "/../outside.txt",
        "/..%2Foutside.txt",
        "/icons/../../outside.txt",
        "//etc/passwd",
        "/%2e%2e/outside.txt",
    ] {
        let response = get_file(&client, path, "identity").await;
        assert_eq!(response.status, 404, "{path}");
    }
    fs::remove_file(app.path().parent().unwrap().join("outside.txt")).ok();
}

#[tokio::test]
async fn a_page_allows_only_get_and_head() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    let request = Request::builder().method("POST").uri("/dang-nhap");
    let response = client.send(request.body(Body::empty()).unwrap()).await;
    response.assert_problem(405, ProblemCode::MethodNotAllowed);
    assert_eq!(response.header("allow"), Some("GET, HEAD"));
}

#[tokio::test]
async fn without_an_app_folder_only_the_api_and_healthz_are_served() {
    let backend = TestBackend::start();
    let client = backend.client();
    client
        .navigate("/")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let response = client.navigate("/healthz").await;
    assert_eq!(
        (response.status.as_u16(), response.text()),
        (200, "ok\n".to_owned())
    );
}

/// Sends a request for a path, with an `Accept` header unless it is `None`.
async fn request_with_accept(
    client: &TestClient,
    method: &str,
    path: &str,
    accept: Option<&str>,
) -> TestResponse {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(accept) = accept {
        request = request.header("accept", accept);
    }
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_shared_link_is_a_page_for_preview_robots_and_programs() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    let paths = [
        "/procedures/1.001193",
        "/procedures/1.004222.000.00.00.H01",
        "/look-up",
        "/unknown",
    ];
    let accepts = [
        None,
        // curl, facebookexternalhit and Zalo
        Some("*/*"),
        Some("text/*"),
        Some("text/html"),
        Some("application/json;q=0.5, */*;q=0.1"),
        // Twitterbot
        Some("text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"),
        Some("TEXT/HTML; charset=utf-8; q=0.3"),
    ];
    for path in paths {
        for accept in accepts {
            for method in ["GET", "HEAD"] {
                let response = request_with_accept(&client, method, path, accept).await;
                assert_eq!(response.status, 200, "{method} {path} {accept:?}");
                let kind = response.header("content-type");
                assert_eq!(kind, Some("text/html; charset=utf-8"), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_request_that_excludes_html_and_an_api_path_get_a_problem() {
    let (backend, _app) = backend_with_app();
    let client = backend.client();
    for (path, accept) in [
        ("/look-up", Some("application/json")),
        ("/look-up", Some("image/*")),
        ("/look-up", Some("text/html;q=0, */*")),
        ("/look-up", Some("*/*;q=0")),
        ("/api", None),
        ("/api/nothing", Some("text/html")),
        ("/api/procedures/none", Some("*/*")),
    ] {
        request_with_accept(&client, "GET", path, accept)
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
}
