//! Sessions: how long they last, which of their properties the app receives, and what the database keeps after they
//! end.

use contract::account::{AccountKind, PasswordReset};
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::{Session, SessionChange};

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";

async fn set_shared_device(client: &TestClient, shared_device: bool) -> TestResponse {
    let change = SessionChange { shared_device };
    client.post(&endpoints::PATCH_SESSION, &[], &change).await
}

#[tokio::test]
async fn the_session_states_its_expiry_and_warning_time() {
    let backend = TestBackend::start();
    let session = backend.register_lan().await.get_session().await.unwrap();
    assert_eq!((session.idle_seconds, session.warn_seconds), (1800, 120));
    assert_eq!(session.expires_at.0, "2026-11-22T13:20:00Z");
    assert!(!session.shared_device);
    assert_eq!(session.token, None);
}

#[tokio::test]
async fn the_operator_can_configure_session_lifetimes() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.sessions.idle_seconds = 180;
        config.sessions.life_seconds = 3600;
    });
    let lan = backend.register_lan().await;
    let session = lan.get_session().await.unwrap();
    assert_eq!((session.idle_seconds, session.warn_seconds), (180, 90));
    assert_eq!(session.expires_at.0, "2026-11-22T02:20:00Z");
    backend.advance_clock(179);
    assert!(lan.get_session().await.is_some());
    backend.advance_clock(180);
    assert_eq!(lan.get_session().await, None);
}

#[tokio::test]
async fn a_session_on_a_shared_device_expires_after_five_idle_minutes() {
    let backend = TestBackend::start();
    let registered = backend.register_lan().await;
    assert_expires_after_five_idle_minutes(&backend, &registered).await;
}

#[tokio::test]
async fn a_shared_device_expires_early_after_every_kind_of_sign_in() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let (signed_in, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    assert_expires_after_five_idle_minutes(&backend, &signed_in).await;

    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let response = client.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let challenge: Challenge = response.await.json();
    let code = backend.wait_for_code(PHONE, 2).await;
    client.submit_code(&challenge.id, &code).await;
    client.set_password(&challenge.id, PASSWORD).await;
    assert_expires_after_five_idle_minutes(&backend, &client).await;
}

async fn assert_expires_after_five_idle_minutes(backend: &TestBackend, client: &TestClient) {
    let session: Session = set_shared_device(client, true).await.json();
    assert!(session.shared_device);
    assert_eq!(session.idle_seconds, 300);
    assert_eq!(client.get_session().await, Some(session));
    backend.advance_clock(299);
    assert!(client.get_session().await.is_some());
    backend.advance_clock(300);
    assert_eq!(client.get_session().await, None);
}

#[tokio::test]
async fn the_account_id_is_stable_and_opaque() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await.get_session().await.unwrap();
    let (again, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    let binh = backend.register_binh().await.get_session().await.unwrap();
    assert_eq!(
        again.get_session().await.unwrap().account_id,
        lan.account_id
    );
    assert_ne!(binh.account_id, lan.account_id);
    assert_eq!(lan.account_id.len(), 43);
    let restarted = backend.restart();
    let (after, _) = restarted.sign_in_with_headers(PHONE, &[]).await;
    assert_eq!(
        after.get_session().await.unwrap().account_id,
        lan.account_id
    );
}

#[tokio::test]
async fn the_cookie_of_a_shared_device_is_a_session_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let cookie = lan.cookie().unwrap();
    let cookie_of = |response: &TestResponse| response.header("set-cookie").unwrap().to_owned();
    let shared = cookie_of(&set_shared_device(&lan, true).await);
    assert_eq!(
        shared,
        [&cookie, "; Path=/; HttpOnly; SameSite=Lax"].concat()
    );
    let own = set_shared_device(&lan, false).await;
    assert!(cookie_of(&own).contains("; Max-Age=86400; "));
    let session: Session = own.json();
    assert_eq!(session.idle_seconds, 1800);
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn an_expired_session_is_stored_for_twelve_hours_but_gives_no_access() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.advance_clock(1800);
    lan.call(&endpoints::GET_DOSSIERS, &[])
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
    // A sign-in deletes sessions that expired twelve hours ago or earlier.
    backend.advance_clock(12 * 3600 - 1);
    backend.sign_in_with_headers(PHONE, &[]).await;
    assert_eq!(backend.count_rows("sessions").await, 2);
    assert_eq!(lan.get_session().await, None);
    backend.advance_clock(1);
    backend.sign_in_with_headers(PHONE, &[]).await;
    assert_eq!(backend.count_rows("sessions").await, 2);
}

#[tokio::test]
async fn signing_out_deletes_the_session() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    assert_eq!(backend.count_rows("sessions").await, 0);
}

#[tokio::test]
async fn signing_out_clears_cookie_cache_and_storage() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    for endpoint in [&endpoints::DELETE_SESSION, &endpoints::DELETE_DEVICES] {
        let (device, _) = backend.sign_in_with_headers(PHONE, &[]).await;
        let response = device.call(endpoint, &[]).await;
        assert_eq!(response.status, 204);
        assert_eq!(
            response.header("clear-site-data"),
            Some("\"cache\", \"storage\"")
        );
        assert_eq!(
            response.header("set-cookie"),
            Some("sid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
        );
    }
}

#[tokio::test]
async fn each_session_has_its_own_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let (again, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    assert_ne!(lan.cookie(), again.cookie());
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn signing_in_again_ends_the_previous_session_of_the_browser() {
    let backend = TestBackend::start();
    let browser = backend.register_lan().await;
    let thief = backend.client();
    thief.set_cookie(browser.cookie());
    let challenge: Challenge = browser.post_sign_in(PHONE, PASSWORD).await.json();
    assert!(thief.get_session().await.is_some());
    let code = backend.last_code(PHONE).await;
    browser.submit_code(&challenge.id, &code).await;
    assert!(browser.get_session().await.is_some());
    assert_eq!(thief.get_session().await, None);
}

#[tokio::test]
async fn registering_ends_the_previous_session_of_the_browser() {
    let backend = TestBackend::start();
    let browser = backend.register_lan().await;
    let copy = backend.client();
    copy.set_cookie(browser.cookie());
    let challenge = browser
        .start_registration("Trần Văn Bình", "045090000002", "0987654321")
        .await;
    let code = backend.last_code("0987654321").await;
    browser.submit_code(&challenge.id, &code).await;
    browser.set_password(&challenge.id, PASSWORD).await;
    let session = browser.get_session().await.unwrap();
    assert_eq!(session.account.name, "Trần Văn Bình");
    assert_eq!(copy.get_session().await, None);
}
