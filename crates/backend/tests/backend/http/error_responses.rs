//! Errors and limits that are the same for every path: caching of errors, unknown paths, unsupported methods, invalid
//! body formats and too large bodies.

use axum::body::Body;
use axum::http::Request;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::filing::BIRTH;
use crate::kit::operations::operations;
use crate::kit::{TestBackend, TestClient, TestResponse};

async fn request(client: &TestClient, method: &str, path: &str) -> TestResponse {
    let request = Request::builder().method(method).uri(path);
    client.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn personal_responses_and_errors_are_not_cached() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for path in ["/api/session", "/api/nothing", "/nothing", "/healthz"] {
        let response = request(&lan, "GET", path).await;
        assert_eq!(response.header("cache-control"), Some("no-store"), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_below_api_returns_a_problem_instead_of_a_page() {
    let backend = TestBackend::start();
    let client = backend.client();
    for (method, path) in [
        ("GET", "/api/nothing"),
        ("POST", "/api/x"),
        ("GET", "/api/"),
        ("GET", "/api"),
    ] {
        request(&client, method, path)
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
    client
        .navigate("/api/nothing")
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn an_unsupported_method_returns_405_with_the_allowed_methods() {
    let backend = TestBackend::start();
    let client = backend.client();
    let response = request(&client, "PUT", "/api/session").await;
    response.assert_problem(405, ProblemCode::MethodNotAllowed);
    let allow = response.header("allow").unwrap();
    assert!(allow.contains("GET") && allow.contains("DELETE"), "{allow}");
    let response = request(&client, "GET", "/api/sign-ins").await;
    response.assert_problem(405, ProblemCode::MethodNotAllowed);
    assert_eq!(response.header("allow"), Some("POST"));
}

#[tokio::test]
async fn sql_in_the_path_of_any_operation_is_plain_text() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    lan.create_draft(BIRTH).await;
    let mut checked = 0;
    for operation in operations() {
        if !operation.path.contains('{') {
            continue;
        }
        for sql in ["x'%20OR%20'1'='1", "'", "%22);%20DROP%20TABLE%20drafts;--"] {
            let headers = [
                ("if-match", "\"1\"".to_owned()),
                ("tus-resumable", "1.0.0".to_owned()),
            ];
            let request = operation.app_request(sql, &headers);
            let response = lan.send(request.body(Body::from("{}")).unwrap()).await;
            assert!(
                response.status.is_client_error() || response.status.is_redirection(),
                "{} {sql}: {}",
                operation.name,
                response.text()
            );
        }
        checked += 1;
    }
    assert!(checked > 15, "{checked}");
    assert_eq!(backend.count_rows("drafts").await, 1);
}

#[tokio::test]
async fn rejects_a_malformed_body_without_echoing_it() {
    let backend = TestBackend::start();
    let client = backend.client();
    let bodies = [
        "",
        "{",
        "[]",
        "null",
        r#"{"identifier":"0912345678"}"#,
        r#"{"identifier":912345678,"password":"bí mật"}"#,
        r#"{"identifier":"0912345678","password":"bí mật","admin":true}"#,
        "{\"identifier\":\"0912345678\",\"password\":\"\u{0}\"",
    ];
    for body in bodies {
        let response = client
            .post_raw(&endpoints::POST_SIGN_IN, &[], body.to_owned())
            .await;
        response.assert_problem(400, ProblemCode::InvalidRequest);
        assert!(!response.text().contains("bí mật") && !response.text().contains("admin"));
    }
}

#[tokio::test]
async fn rejects_a_body_of_another_media_type_or_over_the_limit() {
    let backend = TestBackend::start();
    let client = backend.client();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
    ] {
        let request = client
            .request(&endpoints::POST_SIGN_IN, &[])
            .header("content-type", kind);
        client
            .send(request.body(Body::from("{}")).unwrap())
            .await
            .assert_problem(415, ProblemCode::UnsupportedMediaType);
    }
    client
        .call(&endpoints::POST_SIGN_IN, &[])
        .await
        .assert_problem(415, ProblemCode::UnsupportedMediaType);
    client
        .post_raw(&endpoints::POST_SIGN_IN, &[], " ".repeat(3 << 20))
        .await
        .assert_problem(413, ProblemCode::InvalidRequest);
}
