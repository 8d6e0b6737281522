//! Renewal of an expired session: the citizen, who still has a page open, confirms a one-time code.

use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::SessionChange;

use crate::kit::{TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";

async fn renew(client: &TestClient) -> TestResponse {
    client.call(&endpoints::POST_RENEWAL, &[]).await
}

#[tokio::test]
async fn a_code_renews_an_expired_session_under_a_new_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let old = lan.cookie();
    backend.advance_clock(31 * 60);
    assert_eq!(lan.get_session().await, None);
    let challenge: Challenge = renew(&lan).await.json();
    assert_eq!(challenge.purpose, ChallengePurpose::Renewal);
    assert_eq!(challenge.sent_to, "09•• ••• 678");
    assert_eq!(
        lan.get_session().await,
        None,
        "the request alone gives no access"
    );
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
async fn renewing_an_active_session_voids_the_old_cookie() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.advance_clock(15 * 60);
    let old = lan.cookie();
    let challenge: Challenge = renew(&lan).await.json();
    let code = backend.last_code(PHONE).await;
    lan.submit_code(&challenge.id, &code).await;
    assert!(lan.get_session().await.is_some());
    lan.set_cookie(old);
    assert_eq!(lan.get_session().await, None);
}

#[tokio::test]
async fn an_active_session_that_needs_no_code_sends_no_message() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let before = backend.messages(PHONE).await.len();
    for seconds in [0, 14 * 60] {
        backend.advance_clock(seconds);
        renew(&lan)
            .await
            .assert_problem(409, ProblemCode::SessionActive);
        assert!(lan.get_session().await.is_some());
    }
    assert_eq!(backend.messages(PHONE).await.len(), before);
    // On a shared device the session ends earlier, while its proof is still recent.
    let shared = SessionChange {
        shared_device: true,
    };
    let elsewhere = backend.sign_in(PHONE).await;
    elsewhere
        .post(&endpoints::PATCH_SESSION, &[], &shared)
        .await;
    backend.advance_clock(5 * 60);
    assert_eq!(renew(&elsewhere).await.status, 201);
}

#[tokio::test]
async fn guests_signed_out_sessions_and_long_expired_sessions_cannot_be_renewed() {
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
async fn an_expired_session_cannot_be_renewed_after_signing_out() {
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
async fn renewal_and_closing_need_an_account_with_a_phone() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    // Removes the phone number from the account, because an account that an identity provider created may have none.
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
