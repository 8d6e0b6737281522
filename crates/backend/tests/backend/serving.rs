//! The built app beside the API: which file under which address, and how long it may be kept.

use std::fs;
use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use contract::problem::ProblemCode;
use tempfile::TempDir;

use crate::kit::{Answer, Backend, Visitor};

const WASM: &str = "/assets/1f2e3d4c5b6a7988/app_bg.wasm";
const SCRIPT: &str = "/assets/1f2e3d4c5b6a7988/app.js";

fn build(dir: &Path) {
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

fn backend_with_app() -> (Backend, TempDir) {
    let app = TempDir::new().unwrap();
    build(app.path());
    let dir = app.path().to_owned();
    (
        Backend::start_with(|config| config.app_dir = Some(dir)),
        app,
    )
}

/// As a page asks for one of its parts.
async fn part(visitor: &Visitor, path: &str, encodings: &str) -> Answer {
    let request = Request::builder()
        .uri(path)
        .header("accept", "*/*")
        .header("accept-encoding", encodings);
    visitor.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_address_of_the_app_gets_its_page_and_is_asked_about_each_time() {
    let (backend, _app) = backend_with_app();
    let visitor = backend.visitor();
    for path in [
        "/",
        "/dang-nhap",
        "/thu-tuc/1.001193",
        "/thu-tuc?q=khai%20sinh",
        "/index.html",
        "/icons",
    ] {
        let answer = visitor.open(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text().contains("Một Cửa"), "{path}");
        assert!(
            answer
                .header("content-type")
                .unwrap()
                .starts_with("text/html")
        );
        assert_eq!(answer.header("cache-control"), Some("no-cache"));
    }
}

#[tokio::test]
async fn files_come_in_their_media_type_and_hashed_ones_stay_for_ever() {
    let (backend, _app) = backend_with_app();
    let visitor = backend.visitor();
    let for_ever = "public, max-age=31536000, immutable";
    for (path, kind, caching) in [
        (WASM, "application/wasm", for_ever),
        (SCRIPT, "text/javascript", for_ever),
        ("/boot.js", "text/javascript", "no-cache"),
        ("/gloo-1f2e3d4c5b6a7988.js", "text/javascript", "no-cache"),
        ("/icons/a.svg", "image/svg+xml", "no-cache"),
    ] {
        let answer = part(&visitor, path, "identity").await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some(kind));
        assert_eq!(answer.header("cache-control"), Some(caching));
    }
}

#[tokio::test]
async fn brotli_twins_are_sent_where_the_browser_takes_them() {
    let (backend, _app) = backend_with_app();
    let visitor = backend.visitor();
    let small = part(&visitor, WASM, "gzip, br").await;
    assert_eq!(small.text(), "wasm, brotli");
    assert_eq!(small.header("content-encoding"), Some("br"));
    assert_eq!(small.header("content-type"), Some("application/wasm"));
    assert!(
        small
            .header("vary")
            .unwrap()
            .eq_ignore_ascii_case("accept-encoding")
    );
    assert_eq!(part(&visitor, WASM, "gzip").await.text(), "wasm");
    let without_twin = part(&visitor, "/boot.js", "br").await;
    assert_eq!(
        (without_twin.status.as_u16(), without_twin.text()),
        (200, "boot".to_owned())
    );
    let request = Request::builder()
        .uri("/thu-tuc/1.001193")
        .header("accept", "text/html")
        .header("accept-encoding", "br");
    let page = visitor.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(page.text(), "page, brotli");
}

#[tokio::test]
async fn a_missing_file_is_missing_and_never_a_page() {
    let (backend, _app) = backend_with_app();
    let visitor = backend.visitor();
    for path in [
        "/assets/0000000000000000/app.js",
        "/gone.css",
        "/a/b.wasm",
        "/favicon.ico",
        "/nothing",
    ] {
        part(&visitor, path, "br")
            .await
            .refusal(404, ProblemCode::NotFound);
    }
    visitor
        .open("/assets/0000000000000000/app.js")
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn nothing_outside_the_app_can_be_fetched() {
    let (backend, app) = backend_with_app();
    fs::write(app.path().parent().unwrap().join("outside.txt"), "secret").ok();
    let visitor = backend.visitor();
    for path in [
        "/../outside.txt",
        "/..%2Foutside.txt",
        "/icons/../../outside.txt",
        "//etc/passwd",
        "/%2e%2e/outside.txt",
    ] {
        let answer = part(&visitor, path, "identity").await;
        assert_eq!(answer.status, 404, "{path}");
    }
    fs::remove_file(app.path().parent().unwrap().join("outside.txt")).ok();
}

#[tokio::test]
async fn a_page_takes_no_other_method() {
    let (backend, _app) = backend_with_app();
    let visitor = backend.visitor();
    let request = Request::builder().method("POST").uri("/dang-nhap");
    let answer = visitor.send(request.body(Body::empty()).unwrap()).await;
    answer.refusal(405, ProblemCode::MethodNotAllowed);
    assert_eq!(answer.header("allow"), Some("GET, HEAD"));
}

#[tokio::test]
async fn without_an_app_there_is_the_api_alone_and_it_says_that_it_is_well() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    visitor.open("/").await.refusal(404, ProblemCode::NotFound);
    let answer = visitor.open("/healthz").await;
    assert_eq!(
        (answer.status.as_u16(), answer.text()),
        (200, "ok\n".to_owned())
    );
}
