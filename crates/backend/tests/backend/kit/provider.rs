//! An identity provider that says of itself what a test wants, and a backend that sends citizens to it.

use std::fs;

use axum::Router;
use axum::routing::get;
use contract::endpoints;
use serde_json::{Value, json};

use super::{Answer, Backend, Visitor};

const PORTAL: &str = "https://dichvucong.example";

/// Serves what a provider says of itself, changed as the test wants; gives its issuer.
pub(crate) async fn provider(change: impl FnOnce(&mut Value)) -> String {
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
    let answer = move |text: String| async move { ([("content-type", "application/json")], text) };
    let provider = Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(move || answer(metadata.clone())),
        )
        .route(
            "/jwks",
            get(move || answer(json!({"keys": []}).to_string())),
        );
    tokio::spawn(async move { axum::serve(listener, provider).await });
    issuer
}

/// A backend whose citizens may come through this provider, and the folder that its file is in.
pub(crate) fn backend_with(issuer: &str, demo: bool) -> (Backend, tempfile::TempDir) {
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
    let backend = Backend::start_with(|config| {
        config.demo = demo;
        config.secure_cookies = !demo;
        config.identity_providers = Some(file);
    });
    (backend, dir)
}

/// Leaves for the provider, to come back to this page.
pub(crate) async fn leave(visitor: &Visitor, back: &str) -> Answer {
    let path = endpoints::GET_SINGLE_SIGN_ON.url(&["dvcqg"]);
    visitor.open(&format!("/api{path}?back={back}")).await
}

/// Comes back with this query.
pub(crate) async fn come_back(visitor: &Visitor, query: &str) -> Answer {
    let path = endpoints::GET_SINGLE_SIGN_ON_RETURN.url(&["dvcqg"]);
    visitor.open(&format!("/api{path}?{query}")).await
}

/// A parameter of the address that an answer leads to.
pub(crate) fn parameter(answer: &Answer, name: &str) -> String {
    let address = openidconnect::url::Url::parse(answer.header("location").unwrap()).unwrap();
    let mut pairs = address.query_pairs();
    let (_, value) = pairs.find(|(key, _)| key == name).unwrap();
    value.into_owned()
}

/// The answer must lead to this page of the portal.
pub(crate) fn led_to(answer: &Answer, page: &str) {
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(
        answer.header("location"),
        Some(format!("{PORTAL}{page}").as_str())
    );
}
