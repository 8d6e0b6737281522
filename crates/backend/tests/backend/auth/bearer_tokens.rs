//! Sessions with a bearer token, for an app that is served from another origin, and the CORS headers for the configured
//! origins.

use axum::body::Body;
use axum::http::Request;
use contract::challenge::Challenge;
use contract::endpoints;
use contract::limits::BEARER_HEADER;
use contract::problem::ProblemCode;
use contract::session::{Session, SessionChange};

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const CONFIGURED_ORIGIN: &str = "https://dichvucong.example.vn";
const OTHER_ORIGIN: &str = "https://evil.example";
const BEARER: (&str, &str) = (BEARER_HEADER_LOWER, "1");
const ORIGIN: (&str, &str) = ("origin", CONFIGURED_ORIGIN);
const BEARER_HEADER_LOWER: &str = "motcua-bearer";

fn backend() -> TestBackend {
    TestBackend::start_with(|config| {
        config.demo = true;
        config.origins = vec![CONFIGURED_ORIGIN.to_owned()];
    })
}

fn with_token(backend: &TestBackend, session: &Session) -> TestClient {
    let client = backend.client();
    let token = session.token.as_deref().unwrap();
    client.set_header("authorization", &["Bearer ", token].concat());
    client
}

async fn preflight(client: &TestClient, origin: &str) -> TestResponse {
    let request = Request::options("/api/drafts/none")
        .header("origin", origin)
        .header("access-control-request-method", "PATCH")
        .header("access-control-request-headers", "if-match,motcua-request");
    client.send(request.body(Body::empty()).unwrap()).await
}

fn cors_headers(response: &TestResponse) -> Vec<&str> {
    let names = response.headers.keys().map(|name| name.as_str());
    names
        .filter(|name| name.starts_with("access-control-"))
        .collect()
}

#[tokio::test]
async fn the_token_is_returned_without_a_cookie_and_gives_access() {
    assert!(BEARER_HEADER.eq_ignore_ascii_case(BEARER.0));
    let backend = backend();
    backend.register_lan().await;
    let (app, session) = backend
        .sign_in_with_headers(PHONE, &[BEARER, ("origin", CONFIGURED_ORIGIN)])
        .await;
    assert_eq!(app.cookie(), None);
    assert_eq!(app.get_session().await, None);
    let app = with_token(&backend, &session);
    let current = app.get_session().await.unwrap();
    assert_eq!(current.token, None);
    assert_eq!(current.account, session.account);
    assert_eq!(app.call(&endpoints::GET_DOSSIERS, &[]).await.status, 200);
}

#[tokio::test]
async fn cookie_tokens_and_bearer_tokens_are_not_interchangeable() {
    let backend = backend();
    let lan = backend.register_lan().await;
    let (_, session) = backend.sign_in_with_headers(PHONE, &[BEARER, ORIGIN]).await;
    let cookie = lan.cookie().unwrap();
    let client = backend.client();
    client.set_header("authorization", &cookie.replace("sid=", "Bearer "));
    assert_eq!(client.get_session().await, None);
    let token = session.token.unwrap();
    for scheme in ["", "bearer ", "Bearer ", "bearer%20"] {
        let client = backend.client();
        client.set_cookie(Some(["sid=", scheme, &token].concat()));
        assert_eq!(client.get_session().await, None, "{scheme}");
    }
}

#[tokio::test]
async fn a_client_of_no_configured_origin_gets_no_bearer_token() {
    let backend = backend();
    let lan = backend.register_lan().await;
    for origin in [None, Some(OTHER_ORIGIN), Some("null")] {
        let client = backend.client();
        client.set_header(BEARER.0, BEARER.1);
        if let Some(origin) = origin {
            client.set_header("origin", origin);
        }
        let challenge: Challenge = lan.post_sign_in(PHONE, PASSWORD).await.json();
        let code = backend.last_code(PHONE).await;
        let response = client.submit_code(&challenge.id, &code).await;
        response.assert_problem(403, ProblemCode::MissingRequestHeader);
        assert!(!response.text().contains("token"), "{}", response.text());
    }
}

#[tokio::test]
async fn without_a_configured_origin_the_authorization_header_is_not_for_the_backend() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    lan.set_header("authorization", "Bearer of-a-proxy");
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn a_bearer_token_takes_precedence_over_the_cookie() {
    let backend = backend();
    let (lan, _binh) = (backend.register_lan().await, backend.register_binh().await);
    lan.set_header("authorization", "Bearer wrong");
    assert_eq!(lan.get_session().await, None);
    let (_, binhs_session) = backend
        .sign_in_with_headers("0987654321", &[BEARER, ORIGIN])
        .await;
    let token = binhs_session.token.unwrap();
    lan.set_header("authorization", &["Bearer ", &token].concat());
    let session = lan.get_session().await.unwrap();
    assert_eq!(session.account.name, "Trần Văn Bình");
}

#[tokio::test]
async fn basic_credentials_of_a_proxy_do_not_replace_the_cookie() {
    let backend = backend();
    let lan = backend.register_lan().await;
    lan.set_header("authorization", "Basic bW90OmN1YQ==");
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn a_bearer_token_ends_by_idleness_and_sign_out() {
    let backend = backend();
    backend.register_lan().await;
    let (_, session) = backend.sign_in_with_headers(PHONE, &[BEARER, ORIGIN]).await;
    let app = with_token(&backend, &session);
    app.set_header("origin", CONFIGURED_ORIGIN);
    let response = app.call(&endpoints::DELETE_SESSION, &[]).await;
    assert_eq!(response.status, 204);
    for about_this_origin in ["set-cookie", "clear-site-data"] {
        assert_eq!(response.header(about_this_origin), None);
    }
    assert_eq!(app.get_session().await, None);
    let (_, session) = backend.sign_in_with_headers(PHONE, &[BEARER, ORIGIN]).await;
    let app = with_token(&backend, &session);
    backend.advance_clock(1800);
    app.call(&endpoints::GET_DOSSIERS, &[])
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn a_shared_device_with_a_bearer_token_gets_no_cookie() {
    let backend = backend();
    backend.register_lan().await;
    let (_, session) = backend.sign_in_with_headers(PHONE, &[BEARER, ORIGIN]).await;
    let change = SessionChange {
        shared_device: true,
    };
    let app = with_token(&backend, &session);
    let response = app.post(&endpoints::PATCH_SESSION, &[], &change).await;
    assert_eq!(response.json::<Session>().idle_seconds, 300);
    assert_eq!(response.header("set-cookie"), None);
}

#[tokio::test]
async fn cors_allows_configured_origins_all_contract_headers_but_no_cookies() {
    let backend = backend();
    let client = backend.client();
    let response = preflight(&client, CONFIGURED_ORIGIN).await;
    assert_eq!(response.status, 204);
    assert_eq!(
        response.header("access-control-allow-origin"),
        Some(CONFIGURED_ORIGIN)
    );
    assert_eq!(response.header("access-control-allow-credentials"), None);
    let allowed = response.header("access-control-allow-headers").unwrap();
    for header in contract_headers("parameters") {
        assert!(is_among(allowed, &header), "{header}");
    }
    for header in ["Authorization", "Content-Type", BEARER_HEADER] {
        assert!(is_among(allowed, header), "{header}");
    }
    client.set_header("origin", CONFIGURED_ORIGIN);
    let response = client.call(&endpoints::GET_PORTAL, &[]).await;
    assert_eq!(
        response.header("access-control-allow-origin"),
        Some(CONFIGURED_ORIGIN)
    );
    let exposed = response.header("access-control-expose-headers").unwrap();
    for header in contract_headers("headers") {
        assert!(is_among(exposed, &header), "{header}");
    }
}

#[tokio::test]
async fn a_configured_origin_can_read_error_responses() {
    let backend = backend();
    let client = backend.client();
    client.set_header("origin", CONFIGURED_ORIGIN);
    let response = client.call(&endpoints::GET_DOSSIERS, &[]).await;
    response.assert_problem(401, ProblemCode::NotSignedIn);
    assert_eq!(
        response.header("access-control-allow-origin"),
        Some(CONFIGURED_ORIGIN)
    );
}

#[tokio::test]
async fn other_origins_get_no_cors_headers() {
    let backend = backend();
    let client = backend.client();
    for origin in [
        OTHER_ORIGIN,
        "null",
        "https://dichvucong.example.vn.evil.example",
    ] {
        let response = preflight(&client, origin).await;
        assert_eq!(cors_headers(&response), [""; 0], "{origin}");
        client.set_header("origin", origin);
        let response = client.call(&endpoints::GET_PORTAL, &[]).await;
        assert_eq!(cors_headers(&response), [""; 0], "{origin}");
        // Without `Vary: Origin`, a cache could send this response, which has no CORS headers, to an app on a
        // configured origin.
        let vary = response.headers.get_all("vary").iter();
        assert!(vary.into_iter().any(|value| value == "Origin"));
    }
}

#[tokio::test]
async fn ignores_the_cookie_of_a_configured_origin() {
    let backend = backend();
    let lan = backend.register_lan().await;
    lan.set_header("origin", CONFIGURED_ORIGIN);
    lan.set_header("sec-fetch-site", "same-site");
    lan.call(&endpoints::DELETE_DEVICES, &[])
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
    assert_eq!(lan.get_session().await, None);
}

fn is_among(list: &str, header: &str) -> bool {
    let mut names = list.split(", ");
    names.any(|name| name.eq_ignore_ascii_case(header))
}

/// The names of the headers in the OpenAPI document that an app on another origin can use only if CORS allows it.
/// `kind` is `parameters` for request headers and `headers` for response headers.
fn contract_headers(kind: &str) -> Vec<String> {
    let document = contract::openapi::document();
    let mut names = Vec::new();
    let paths = document["paths"].as_object().unwrap().values();
    for operation in paths.flat_map(|methods| methods.as_object().unwrap().values()) {
        if kind == "parameters" {
            let headers = operation["parameters"].as_array().into_iter().flatten();
            let headers = headers.filter(|parameter| parameter["in"] == "header");
            names.extend(headers.map(|parameter| parameter["name"].as_str().unwrap().to_owned()));
        } else if let Some(responses) = operation["responses"].as_object() {
            let headers = responses
                .values()
                .filter_map(|answer| answer["headers"].as_object());
            names.extend(headers.flat_map(|headers| headers.keys().cloned()));
        }
    }
    // The browser itself handles `Set-Cookie` and `Clear-Site-Data`. Every page may read `Cache-Control` without
    // permission.
    names.retain(|name| {
        !["Set-Cookie", "Clear-Site-Data", "Cache-Control"].contains(&name.as_str())
    });
    assert!(names.len() > 5);
    names
}
