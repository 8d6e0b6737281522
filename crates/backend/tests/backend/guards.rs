//! What holds on every answer and request, whoever asks for what.

use axum::body::Body;
use axum::http::Request;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{Answer, Backend, Visitor};

async fn request(visitor: &Visitor, method: &str, path: &str) -> Answer {
    let request = Request::builder().method(method).uri(path);
    visitor.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn what_is_one_persons_stays_out_of_caches_and_so_do_refusals() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    for path in ["/api/session", "/api/nothing", "/nothing", "/healthz"] {
        let answer = request(&lan, "GET", path).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_below_api_is_a_problem_not_a_page() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    for (method, path) in [
        ("GET", "/api/nothing"),
        ("POST", "/api/x"),
        ("GET", "/api/"),
        ("GET", "/api"),
    ] {
        request(&visitor, method, path)
            .await
            .refusal(404, ProblemCode::NotFound);
    }
    visitor
        .open("/api/nothing")
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_method_that_a_path_lacks_is_refused_with_those_it_has() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let answer = request(&visitor, "PUT", "/api/session").await;
    answer.refusal(405, ProblemCode::MethodNotAllowed);
    let allow = answer.header("allow").unwrap();
    assert!(allow.contains("GET") && allow.contains("DELETE"), "{allow}");
    let answer = request(&visitor, "GET", "/api/sign-ins").await;
    answer.refusal(405, ProblemCode::MethodNotAllowed);
    assert_eq!(answer.header("allow"), Some("POST"));
}

#[tokio::test]
async fn a_body_that_does_not_fit_is_refused_without_repeating_it() {
    let backend = Backend::start();
    let visitor = backend.visitor();
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
        let answer = visitor
            .post_text(&endpoints::POST_SIGN_IN, &[], body.to_owned())
            .await;
        answer.refusal(400, ProblemCode::InvalidRequest);
        assert!(!answer.text().contains("bí mật") && !answer.text().contains("admin"));
    }
}

#[tokio::test]
async fn a_body_of_another_media_type_or_over_the_limit_is_refused() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
    ] {
        let request = visitor
            .request(&endpoints::POST_SIGN_IN, &[])
            .header("content-type", kind);
        visitor
            .send(request.body(Body::from("{}")).unwrap())
            .await
            .refusal(415, ProblemCode::UnsupportedMediaType);
    }
    visitor
        .call(&endpoints::POST_SIGN_IN, &[])
        .await
        .refusal(415, ProblemCode::UnsupportedMediaType);
    visitor
        .post_text(&endpoints::POST_SIGN_IN, &[], " ".repeat(3 << 20))
        .await
        .refusal(413, ProblemCode::InvalidRequest);
}
