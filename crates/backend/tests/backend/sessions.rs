//! How long a session lasts, what is told of it, and what is left when it has ended.

use contract::account::{AccountKind, PasswordReset};
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::{Session, SessionChange};

use crate::kit::{Answer, Backend, PASSWORD, Visitor};

const PHONE: &str = "0912345678";

async fn share(visitor: &Visitor, shared_device: bool) -> Answer {
    let change = SessionChange { shared_device };
    visitor.post(&endpoints::PATCH_SESSION, &[], &change).await
}

#[tokio::test]
async fn the_app_is_told_when_the_session_ends_and_when_to_warn() {
    let backend = Backend::start();
    let session = backend.lan().await.session().await.unwrap();
    assert_eq!((session.idle_seconds, session.warn_seconds), (1800, 120));
    assert_eq!(session.expires_at.0, "2026-11-22T13:20:00Z");
    assert!(!session.shared_device);
    assert_eq!(session.token, None);
}

#[tokio::test]
async fn the_operator_may_choose_other_bounds() {
    let backend = Backend::start_with(|config| {
        config.demo = true;
        config.sessions.idle_seconds = 180;
        config.sessions.life_seconds = 3600;
    });
    let lan = backend.lan().await;
    let session = lan.session().await.unwrap();
    assert_eq!((session.idle_seconds, session.warn_seconds), (180, 90));
    assert_eq!(session.expires_at.0, "2026-11-22T02:20:00Z");
    backend.wait(179);
    assert!(lan.session().await.is_some());
    backend.wait(180);
    assert_eq!(lan.session().await, None);
}

#[tokio::test]
async fn a_shared_device_is_signed_out_after_five_idle_minutes() {
    let backend = Backend::start();
    let registered = backend.lan().await;
    ends_after_five_idle_minutes(&backend, &registered).await;
}

#[tokio::test]
async fn so_it_is_where_somebody_has_signed_in_by_password_or_set_a_forgotten_one() {
    let backend = Backend::start();
    backend.lan().await;
    let (signed_in, _) = backend.device(PHONE, &[]).await;
    ends_after_five_idle_minutes(&backend, &signed_in).await;

    let backend = Backend::start();
    backend.lan().await;
    let forgetful = backend.visitor();
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let begun = forgetful.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let challenge: Challenge = begun.await.body();
    let code = backend.code_once(PHONE, 2).await;
    forgetful.answer(&challenge.id, &code).await;
    forgetful.choose_password(&challenge.id, PASSWORD).await;
    ends_after_five_idle_minutes(&backend, &forgetful).await;
}

async fn ends_after_five_idle_minutes(backend: &Backend, visitor: &Visitor) {
    let session: Session = share(visitor, true).await.body();
    assert!(session.shared_device);
    assert_eq!(session.idle_seconds, 300);
    assert_eq!(visitor.session().await, Some(session));
    backend.wait(299);
    assert!(visitor.session().await.is_some());
    backend.wait(300);
    assert_eq!(visitor.session().await, None);
}

#[tokio::test]
async fn an_account_is_known_by_an_id_that_stays_and_tells_nothing_of_whose_it_is() {
    let backend = Backend::start();
    let lan = backend.lan().await.session().await.unwrap();
    let (again, _) = backend.device(PHONE, &[]).await;
    let binh = backend.binh().await.session().await.unwrap();
    assert_eq!(again.session().await.unwrap().account_id, lan.account_id);
    assert_ne!(binh.account_id, lan.account_id);
    assert_eq!(lan.account_id.len(), 43);
    let restarted = backend.restart();
    let (after, _) = restarted.device(PHONE, &[]).await;
    assert_eq!(after.session().await.unwrap().account_id, lan.account_id);
}

#[tokio::test]
async fn the_cookie_of_a_shared_device_goes_when_its_browser_is_closed() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let kept = lan.cookie().unwrap();
    let cookie_of = |answer: &Answer| answer.header("set-cookie").unwrap().to_owned();
    let shared = cookie_of(&share(&lan, true).await);
    assert_eq!(shared, [&kept, "; Path=/; HttpOnly; SameSite=Lax"].concat());
    let own = share(&lan, false).await;
    assert!(cookie_of(&own).contains("; Max-Age=86400; "));
    let session: Session = own.body();
    assert_eq!(session.idle_seconds, 1800);
    assert!(lan.session().await.is_some());
}

#[tokio::test]
async fn a_session_that_has_ended_is_kept_for_twelve_hours_and_opens_nothing() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    backend.wait(1800);
    lan.call(&endpoints::GET_DOSSIERS, &[])
        .await
        .refusal(401, ProblemCode::NotSignedIn);
    // Whoever signs in clears away what is old.
    backend.wait(12 * 3600 - 1);
    backend.device(PHONE, &[]).await;
    assert_eq!(backend.count("sessions").await, 2);
    assert_eq!(lan.session().await, None);
    backend.wait(1);
    backend.device(PHONE, &[]).await;
    assert_eq!(backend.count("sessions").await, 2);
}

#[tokio::test]
async fn a_session_that_was_signed_out_is_gone_at_once() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    assert_eq!(backend.count("sessions").await, 0);
}

#[tokio::test]
async fn signing_out_here_or_everywhere_empties_the_browser() {
    let backend = Backend::start();
    backend.lan().await;
    for endpoint in [&endpoints::DELETE_SESSION, &endpoints::DELETE_DEVICES] {
        let (device, _) = backend.device(PHONE, &[]).await;
        let answer = device.call(endpoint, &[]).await;
        assert_eq!(answer.status, 204);
        assert_eq!(
            answer.header("clear-site-data"),
            Some("\"cache\", \"storage\"")
        );
        assert_eq!(
            answer.header("set-cookie"),
            Some("sid=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
        );
    }
}

#[tokio::test]
async fn a_new_session_has_a_new_cookie_and_another_device_stays_signed_in() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let (again, _) = backend.device(PHONE, &[]).await;
    assert_ne!(lan.cookie(), again.cookie());
    assert!(lan.session().await.is_some());
}

#[tokio::test]
async fn signing_in_again_in_one_browser_ends_the_session_it_had() {
    let backend = Backend::start();
    let browser = backend.lan().await;
    let thief = backend.visitor();
    thief.set_cookie(browser.cookie());
    let challenge: Challenge = browser.sign_in(PHONE, PASSWORD).await.body();
    assert!(thief.session().await.is_some());
    let code = backend.last_code(PHONE).await;
    browser.answer(&challenge.id, &code).await;
    assert!(browser.session().await.is_some());
    assert_eq!(thief.session().await, None);
}

#[tokio::test]
async fn registering_in_a_browser_ends_the_session_of_whoever_had_it_before() {
    let backend = Backend::start();
    let browser = backend.lan().await;
    let left_behind = backend.visitor();
    left_behind.set_cookie(browser.cookie());
    let challenge = browser
        .register("Trần Văn Bình", "045090000002", "0987654321")
        .await;
    let code = backend.last_code("0987654321").await;
    browser.answer(&challenge.id, &code).await;
    browser.choose_password(&challenge.id, PASSWORD).await;
    let session = browser.session().await.unwrap();
    assert_eq!(session.account.name, "Trần Văn Bình");
    assert_eq!(left_behind.session().await, None);
}
