//! «Đăng nhập bằng cổng DVC Quốc gia», up to where the provider's own answer begins: leaving, coming back without a code,
//! and what the portal offers. Whole sign-ins, honest and forged, are tried against real providers in `tests/e2e`.

use std::fs;

use backend::state::AppState;
use contract::endpoints;
use contract::portal::{Portal, RegisterWay, SignInWay};
use contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::kit::Backend;
use crate::kit::provider::{backend_with, come_back, leave, led_to, parameter, provider};

#[tokio::test]
async fn the_portal_offers_the_provider_before_every_other_way() {
    let (backend, _dir) = backend_with("https://dinhdanh.example", true);
    let portal: Portal = backend
        .visitor()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .body();
    let (provider, label) = (
        "dvcqg".to_owned(),
        "Đăng nhập bằng cổng DVC Quốc gia".to_owned(),
    );
    assert_eq!(
        portal.sign_in[0],
        SignInWay::SingleSignOn {
            provider: provider.clone(),
            label: label.clone()
        }
    );
    assert!(matches!(portal.sign_in[1], SignInWay::Password { .. }));
    assert_eq!(
        portal.register[0],
        RegisterWay::SingleSignOn { provider, label }
    );
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_way() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let portal: Portal = visitor.call(&endpoints::GET_PORTAL, &[]).await.body();
    assert!(matches!(portal.sign_in[0], SignInWay::Password { .. }));
    leave(&visitor, "/")
        .await
        .refusal(404, ProblemCode::NotFound);
    come_back(&visitor, "state=x&code=y")
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn leaving_asks_for_a_code_that_only_this_backend_can_use() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let (first, second) = (
        leave(&backend.visitor(), "/dossiers").await,
        leave(&backend.visitor(), "/dossiers").await,
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
        assert_eq!(parameter(&first, name), value);
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(parameter(&first, name).len(), 43);
        assert_ne!(parameter(&first, name), parameter(&second, name));
    }
}

#[tokio::test]
async fn the_cookie_that_binds_the_return_is_out_of_reach_of_scripts_and_of_other_hosts() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, false);
    let answer = leave(&backend.visitor(), "/").await;
    let cookie = answer.header("set-cookie").unwrap();
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
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_stolen_database_tells_neither_state_nor_cookie() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let visitor = backend.visitor();
    let state = parameter(&leave(&visitor, "/").await, "state");
    let cookie = visitor.cookie().unwrap();
    let token = cookie.strip_prefix("sso=").unwrap();
    for file in fs::read_dir(backend.dir()).unwrap() {
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
async fn who_turns_back_at_the_provider_is_told_so_once_and_can_go_on_from_there() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let visitor = backend.visitor();
    let state = parameter(&leave(&visitor, "/dossiers").await, "state");
    let query = format!("error=access_denied&error_description=x&state={state}");
    led_to(
        &come_back(&visitor, &query).await,
        "/sign-in?trouble=cancelled&next=%2Fdossiers",
    );
    led_to(
        &come_back(&visitor, &query).await,
        "/sign-in?trouble=expired",
    );
}

#[tokio::test]
async fn a_provider_that_names_itself_in_its_answers_must_do_so_in_each() {
    let always = "authorization_response_iss_parameter_supported";
    let issuer = provider(|metadata| metadata[always] = json!(true)).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let visitor = backend.visitor();
    for (iss, trouble) in [
        (String::new(), "failed"),
        ("&iss=https://evil.example".to_owned(), "failed"),
        (format!("&iss={issuer}"), "cancelled"),
    ] {
        let state = parameter(&leave(&visitor, "/").await, "state");
        let answer = come_back(&visitor, &format!("error=access_denied&state={state}{iss}")).await;
        led_to(&answer, &format!("/sign-in?trouble={trouble}&next=%2F"));
    }
}

#[tokio::test]
async fn a_state_of_yesterday_or_through_another_browser_opens_nothing() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    let visitor = backend.visitor();
    let state = parameter(&leave(&visitor, "/").await, "state");
    let stranger = backend.visitor();
    led_to(
        &come_back(&stranger, &format!("code=c&state={state}")).await,
        "/sign-in?trouble=failed",
    );
    let state = parameter(&leave(&visitor, "/").await, "state");
    backend.wait(600);
    led_to(
        &come_back(&visitor, &format!("code=c&state={state}")).await,
        "/sign-in?trouble=expired",
    );
}

#[tokio::test]
async fn a_provider_that_is_away_or_not_safe_stops_this_way_alone() {
    let unsafe_token = |metadata: &mut Value| {
        metadata["token_endpoint"] = json!("http://dinhdanh.example/token");
    };
    let of_another = |metadata: &mut Value| metadata["issuer"] = json!("https://evil.example");
    for issuer in [
        "http://127.0.0.1:9".to_owned(),
        provider(unsafe_token).await,
        provider(of_another).await,
    ] {
        let (backend, _dir) = backend_with(&issuer, true);
        let answer = leave(&backend.visitor(), "/dossiers").await;
        led_to(&answer, "/sign-in?trouble=failed&next=%2Fdossiers");
        assert!(backend.lan().await.session().await.is_some());
    }
}

#[tokio::test]
async fn a_link_of_another_site_leads_to_the_sign_in_page_and_signs_nobody_in() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    for site in ["cross-site", "same-site"] {
        let visitor = backend.visitor();
        visitor.carry("sec-fetch-site", site);
        let answer = leave(&visitor, "/dossiers").await;
        led_to(&answer, "/sign-in?next=%2Fdossiers");
        assert_eq!(visitor.cookie(), None);
    }
    for site in ["same-origin", "none"] {
        let visitor = backend.visitor();
        visitor.carry("sec-fetch-site", site);
        let answer = leave(&visitor, "/dossiers").await;
        assert!(answer.header("location").unwrap().starts_with(&issuer));
    }
}

#[tokio::test]
async fn nobody_is_led_off_the_portal() {
    let issuer = provider(|_| {}).await;
    let (backend, _dir) = backend_with(&issuer, true);
    for back in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/a%0d%0ab",
        "",
    ] {
        leave(&backend.visitor(), back)
            .await
            .refusal(400, ProblemCode::InvalidRequest);
    }
}

#[test]
fn a_backend_whose_file_of_providers_is_wrong_does_not_start() {
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
