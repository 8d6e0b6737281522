//! A session that has ended under a page goes on with a code.

use contract::challenge::{Challenge, CodeOutcome, Purpose};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{Answer, Backend, Visitor};

const PHONE: &str = "0912345678";

async fn renew(visitor: &Visitor) -> Answer {
    visitor.call(&endpoints::POST_RENEWAL, &[]).await
}

#[tokio::test]
async fn a_code_lets_an_ended_session_go_on_under_a_new_cookie() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let old = lan.cookie();
    backend.wait(31 * 60);
    assert_eq!(lan.session().await, None);
    let challenge: Challenge = renew(&lan).await.body();
    assert_eq!(challenge.purpose, Purpose::Renewal);
    assert_eq!(challenge.sent_to, "09•• ••• 678");
    assert_eq!(lan.session().await, None, "asking alone opens nothing");
    let code = backend.last_code(PHONE).await;
    let outcome: CodeOutcome = lan.answer(&challenge.id, &code).await.body();
    assert!(matches!(outcome, CodeOutcome::SignedIn { .. }));
    assert!(lan.session().await.is_some());
    assert_ne!(lan.cookie(), old);
    lan.set_cookie(old);
    renew(&lan).await.refusal(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn an_open_session_can_be_renewed_and_the_old_cookie_is_void() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let old = lan.cookie();
    let challenge: Challenge = renew(&lan).await.body();
    let code = backend.last_code(PHONE).await;
    lan.answer(&challenge.id, &code).await;
    assert!(lan.session().await.is_some());
    lan.set_cookie(old);
    assert_eq!(lan.session().await, None);
}

#[tokio::test]
async fn nobody_who_signed_out_came_never_or_stayed_away_for_long_can_renew() {
    let backend = Backend::start();
    renew(&backend.visitor())
        .await
        .refusal(401, ProblemCode::NotSignedIn);
    let lan = backend.lan().await;
    let copied = lan.cookie();
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    lan.set_cookie(copied);
    renew(&lan).await.refusal(401, ProblemCode::NotSignedIn);
    let elsewhere = backend.signed_in(PHONE, PHONE).await;
    backend.wait(13 * 3600);
    renew(&elsewhere)
        .await
        .refusal(401, ProblemCode::NotSignedIn);
    assert_eq!(backend.messages(PHONE).await.len(), 2);
}

#[tokio::test]
async fn whoever_signs_out_of_a_session_that_has_ended_leaves_nothing_to_renew() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let copied = lan.cookie();
    backend.wait(1800);
    lan.call(&endpoints::DELETE_SESSION, &[]).await;
    lan.set_cookie(copied);
    renew(&lan).await.refusal(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn an_account_without_a_phone_is_told_that_no_code_can_reach_it() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    // As an identity provider makes it that tells no phone.
    let without_phone = backend.state.store.run(|transaction| {
        transaction.execute("UPDATE accounts SET phone = NULL", [])?;
        Ok(())
    });
    without_phone.await.unwrap();
    renew(&lan).await.refusal(409, ProblemCode::PhoneMissing);
    lan.call(&endpoints::POST_CLOSING, &[])
        .await
        .refusal(409, ProblemCode::PhoneMissing);
}
