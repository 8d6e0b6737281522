//! A session that has ended under a page goes on with a code.

use contract::challenge::{Challenge, CodeOutcome, Purpose};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";

async fn renew(client: &TestClient) -> TestResponse {
    client.call(&endpoints::POST_RENEWAL, &[]).await
}

#[tokio::test]
async fn a_code_lets_an_ended_session_go_on_under_a_new_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let old = lan.cookie();
    backend.advance_clock(31 * 60);
    assert_eq!(lan.get_session().await, None);
    let challenge: Challenge = renew(&lan).await.json();
    assert_eq!(challenge.purpose, Purpose::Renewal);
    assert_eq!(challenge.sent_to, "09•• ••• 678");
    assert_eq!(lan.get_session().await, None, "asking alone opens nothing");
    let code = backend.last_code(PHONE).await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    assert!(matches!(outcome, CodeOutcome::SignedIn { .. }));
    assert!(lan.get_session().await.is_some());
    assert_ne!(lan.cookie(), old);
    lan.set_cookie(old);
    renew(&lan)
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn an_open_session_can_be_renewed_and_the_old_cookie_is_void() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let old = lan.cookie();
    let challenge: Challenge = renew(&lan).await.json();
    let code = backend.last_code(PHONE).await;
    lan.submit_code(&challenge.id, &code).await;
    assert!(lan.get_session().await.is_some());
    lan.set_cookie(old);
    assert_eq!(lan.get_session().await, None);
}

#[tokio::test]
async fn nobody_who_signed_out_came_never_or_stayed_away_for_long_can_renew() {
    let backend = TestBackend::start();
    renew(&backend.client())
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
    let lan = backend.register_lan().await;
    let copied = lan.cookie();
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    lan.set_cookie(copied);
    renew(&lan)
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
    let elsewhere = backend.sign_in(PHONE).await;
    backend.advance_clock(13 * 3600);
    renew(&elsewhere)
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
    assert_eq!(backend.messages(PHONE).await.len(), 2);
}

#[tokio::test]
async fn whoever_signs_out_of_a_session_that_has_ended_leaves_nothing_to_renew() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let copied = lan.cookie();
    backend.advance_clock(1800);
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    lan.set_cookie(copied);
    renew(&lan)
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn an_account_without_a_phone_is_told_that_no_code_can_reach_it() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    // As an identity provider makes it that tells no phone.
    let without_phone = backend.state.store.run(|transaction| {
        transaction.execute("UPDATE accounts SET phone = NULL", [])?;
        Ok(())
    });
    without_phone.await.unwrap();
    renew(&lan)
        .await
        .assert_problem(409, ProblemCode::PhoneMissing);
    lan.call(&endpoints::POST_CLOSING, &[])
        .await
        .assert_problem(409, ProblemCode::PhoneMissing);
}
