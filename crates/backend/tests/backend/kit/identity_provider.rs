//! An OpenID provider that serves only its metadata and its keys, and a backend that offers this provider for single
//! sign-on.

use std::fs;

use axum::Router;
use axum::routing::get;
use contract::endpoints;
use serde_json::{Value, json};

use super::{TestBackend, TestClient, TestResponse};

/// The public origin of the portal.
const PORTAL: &str = "https://dichvucong.example";

/// Starts a provider that serves its metadata (OpenID Connect Discovery 1.0), after `change` has edited them. Returns
/// the issuer, which is the provider's URL.
pub(crate) async fn start_provider(change: impl FnOnce(&mut Value)) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    let mut metadata = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    });
    change(&mut metadata);
    let metadata = metadata.to_string();
    let json_response =
        move |text: String| async move { ([("content-type", "application/json")], text) };
    let provider = Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(move || json_response(metadata.clone())),
        )
        .route(
            "/jwks",
            get(move || json_response(json!({"keys": []}).to_string())),
        );
    tokio::spawn(async move { axum::serve(listener, provider).await });
    issuer
}

/// Starts a backend that offers the provider with this issuer. Also returns the folder of the backend's settings file:
/// the test must keep it, because dropping it deletes the folder.
pub(crate) fn start_backend_with_provider(
    issuer: &str,
    demo: bool,
) -> (TestBackend, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("providers.json");
    let settings = json!({
        "portal": PORTAL,
        "providers": [{
            "key": "dvcqg",
            "label": "Đăng nhập bằng cổng DVC Quốc gia",
            "issuer": issuer,
            "client_id": "motcua",
            "scopes": ["profile"],
            "claims": {"citizen_id": "citizen_id"},
        }],
    });
    fs::write(&file, settings.to_string()).unwrap();
    let backend = TestBackend::start_with(|config| {
        config.demo = demo;
        config.secure_cookies = !demo;
        config.identity_providers = Some(file);
    });
    (backend, dir)
}

/// Starts single sign-on. `back` is the page that the citizen returns to afterwards.
pub(crate) async fn request_authorize(client: &TestClient, back: &str) -> TestResponse {
    let path = endpoints::GET_SINGLE_SIGN_ON.url(&["dvcqg"]);
    client.navigate(&format!("/api{path}?back={back}")).await
}

/// Requests the callback URL, to which the provider sends the browser back. `query` is the query of this URL.
pub(crate) async fn request_callback(client: &TestClient, query: &str) -> TestResponse {
    let path = endpoints::GET_SINGLE_SIGN_ON_RETURN.url(&["dvcqg"]);
    client.navigate(&format!("/api{path}?{query}")).await
}

/// Reads one query parameter of the URL in the `Location` header.
pub(crate) fn query_parameter(response: &TestResponse, name: &str) -> String {
    let url = openidconnect::url::Url::parse(response.header("location").unwrap()).unwrap();
    let mut pairs = url.query_pairs();
    let (_, value) = pairs.find(|(key, _)| key == name).unwrap();
    value.into_owned()
}

/// Asserts that the response redirects to a page of the portal. `page` is the page's path and query.
pub(crate) fn assert_redirect(response: &TestResponse, page: &str) {
    assert_eq!(response.status, 303, "{}", response.text());
    assert_eq!(
        response.header("location"),
        Some(format!("{PORTAL}{page}").as_str())
    );
}
