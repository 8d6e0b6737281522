//! Single sign-on («Đăng nhập bằng cổng DVC Quốc gia»), as far as it can be tested without a complete identity
//! provider: the authorization request, callbacks without an authorization code, and the response to `GET /portal`. The
//! tests in `tests/e2e` complete sign-ins, valid and forged ones, with real providers.

use std::fs;

use backend::state::AppState;
use contract::endpoints;
use contract::portal::{Portal, RegistrationMethod, SignInMethod};
use contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::kit::TestBackend;
use crate::kit::identity_provider::{
    assert_redirect, query_parameter, request_authorize, request_callback,
    start_backend_with_provider, start_provider,
};

#[tokio::test]
async fn the_portal_lists_the_provider_first() {
    let (backend, _dir) = start_backend_with_provider("https://dinhdanh.example", true);
    let portal: Portal = backend
        .client()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .json();
    let (provider, label) = (
        "dvcqg".to_owned(),
        "Đăng nhập bằng cổng DVC Quốc gia".to_owned(),
    );
    assert_eq!(
        portal.sign_in[0],
        SignInMethod::SingleSignOn {
            provider: provider.clone(),
            label: label.clone()
        }
    );
    assert!(matches!(portal.sign_in[1], SignInMethod::Password { .. }));
    assert_eq!(
        portal.register[0],
        RegistrationMethod::SingleSignOn { provider, label }
    );
}

#[tokio::test]
async fn without_a_provider_single_sign_on_is_not_found() {
    let backend = TestBackend::start();
    let client = backend.client();
    let portal: Portal = client.call(&endpoints::GET_PORTAL, &[]).await.json();
    assert!(matches!(portal.sign_in[0], SignInMethod::Password { .. }));
    request_authorize(&client, "/")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    request_callback(&client, "state=x&code=y")
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn authorization_uses_the_code_flow_with_pkce_state_and_nonce() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let (first, second) = (
        request_authorize(&backend.client(), "/dossiers").await,
        request_authorize(&backend.client(), "/dossiers").await,
    );
    assert_eq!(first.status, 303);
    assert!(
        first
            .header("location")
            .unwrap()
            .starts_with(&format!("{issuer}/authorize?"))
    );
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", "motcua"),
        ("code_challenge_method", "S256"),
        ("scope", "openid profile"),
        (
            "redirect_uri",
            "https://dichvucong.example/api/single-sign-on/dvcqg/return",
        ),
    ] {
        assert_eq!(query_parameter(&first, name), value);
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(query_parameter(&first, name).len(), 43);
        assert_ne!(
            query_parameter(&first, name),
            query_parameter(&second, name)
        );
    }
}

#[tokio::test]
async fn the_single_sign_on_cookie_is_host_only_http_only_and_secure() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, false);
    let response = request_authorize(&backend.client(), "/").await;
    let cookie = response.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-sso="), "{cookie}");
    for attribute in [
        "Path=/",
        "Max-Age=600",
        "HttpOnly",
        "SameSite=Lax",
        "Secure",
    ] {
        assert!(cookie.split("; ").any(|part| part == attribute), "{cookie}");
    }
    assert_eq!(response.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn the_database_contains_neither_state_nor_cookie_in_plain_text() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let client = backend.client();
    let state = query_parameter(&request_authorize(&client, "/").await, "state");
    let cookie = client.cookie().unwrap();
    let token = cookie.strip_prefix("sso=").unwrap();
    for file in fs::read_dir(backend.data_dir()).unwrap() {
        let Ok(bytes) = fs::read(file.unwrap().path()) else {
            continue;
        };
        for secret in [state.as_str(), token] {
            assert!(
                !bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes())
            );
        }
    }
}

#[tokio::test]
async fn cancelling_at_the_provider_redirects_to_the_sign_in_page_once() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let client = backend.client();
    let state = query_parameter(&request_authorize(&client, "/dossiers").await, "state");
    let query = format!("error=access_denied&error_description=x&state={state}");
    assert_redirect(
        &request_callback(&client, &query).await,
        "/sign-in?trouble=cancelled&next=%2Fdossiers",
    );
    assert_redirect(
        &request_callback(&client, &query).await,
        "/sign-in?trouble=expired",
    );
}

#[tokio::test]
async fn requires_the_iss_parameter_when_the_provider_announces_it() {
    let always = "authorization_response_iss_parameter_supported";
    let issuer = start_provider(|metadata| metadata[always] = json!(true)).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let client = backend.client();
    for (iss, reason) in [
        (String::new(), "failed"),
        ("&iss=https://evil.example".to_owned(), "failed"),
        (format!("&iss={issuer}"), "cancelled"),
    ] {
        let state = query_parameter(&request_authorize(&client, "/").await, "state");
        let response =
            request_callback(&client, &format!("error=access_denied&state={state}{iss}")).await;
        assert_redirect(&response, &format!("/sign-in?trouble={reason}&next=%2F"));
    }
}

#[tokio::test]
async fn rejects_an_expired_state_or_one_of_another_browser() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    let client = backend.client();
    let state = query_parameter(&request_authorize(&client, "/").await, "state");
    let stranger = backend.client();
    assert_redirect(
        &request_callback(&stranger, &format!("code=c&state={state}")).await,
        "/sign-in?trouble=failed",
    );
    let state = query_parameter(&request_authorize(&client, "/").await, "state");
    backend.advance_clock(600);
    assert_redirect(
        &request_callback(&client, &format!("code=c&state={state}")).await,
        "/sign-in?trouble=expired",
    );
}

#[tokio::test]
async fn an_unreachable_or_unsafe_provider_disables_only_single_sign_on() {
    let unsafe_token = |metadata: &mut Value| {
        metadata["token_endpoint"] = json!("http://dinhdanh.example/token");
    };
    let wrong_issuer = |metadata: &mut Value| metadata["issuer"] = json!("https://evil.example");
    for issuer in [
        "http://127.0.0.1:9".to_owned(),
        start_provider(unsafe_token).await,
        start_provider(wrong_issuer).await,
    ] {
        let (backend, _dir) = start_backend_with_provider(&issuer, true);
        let response = request_authorize(&backend.client(), "/dossiers").await;
        assert_redirect(&response, "/sign-in?trouble=failed&next=%2Fdossiers");
        assert!(backend.register_lan().await.get_session().await.is_some());
    }
}

#[tokio::test]
async fn a_link_of_another_site_cannot_start_single_sign_on() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    for site in ["cross-site", "same-site"] {
        let client = backend.client();
        client.set_header("sec-fetch-site", site);
        let response = request_authorize(&client, "/dossiers").await;
        assert_redirect(&response, "/sign-in?next=%2Fdossiers");
        assert_eq!(client.cookie(), None);
    }
    for site in ["same-origin", "none"] {
        let client = backend.client();
        client.set_header("sec-fetch-site", site);
        let response = request_authorize(&client, "/dossiers").await;
        assert!(response.header("location").unwrap().starts_with(&issuer));
    }
}

#[tokio::test]
async fn rejects_a_return_page_outside_the_portal() {
    let issuer = start_provider(|_| {}).await;
    let (backend, _dir) = start_backend_with_provider(&issuer, true);
    for back in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/a%0d%0ab",
        "",
    ] {
        request_authorize(&backend.client(), back)
            .await
            .assert_problem(400, ProblemCode::InvalidRequest);
    }
}

#[test]
fn the_backend_does_not_start_without_a_valid_providers_file() {
    let dir = tempfile::tempdir().unwrap();
    let config = backend::config::Config {
        identity_providers: Some(dir.path().join("missing.json")),
        ..backend::config::Config::default()
    };
    let data = backend::data::Data::load().unwrap();
    let clock = backend::clock::Clock::real();
    let refused = AppState::open(dir.path(), data, config, clock)
        .err()
        .unwrap();
    assert!(
        refused.to_string().contains("identity providers"),
        "{refused}"
    );
}
