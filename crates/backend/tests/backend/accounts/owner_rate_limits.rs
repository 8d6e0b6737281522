//! Requests for codes by the owner of an account count towards a different limit than requests by strangers. A stranger
//! who knows only the phone number can't use up the owner's limit and so keep the owner from signing in.

use contract::account::{AccountKind, PasswordReset, PhoneChange};
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const CITIZEN_ID: &str = "045190000001";

async fn request_reset(stranger: &TestClient) -> TestResponse {
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: CITIZEN_ID.to_owned(),
        phone: PHONE.to_owned(),
    };
    stranger
        .post(&endpoints::POST_PASSWORD_RESET, &[], &reset)
        .await
}

async fn assert_three_sign_ins_are_allowed(owner: &TestClient) {
    for _ in 0..3 {
        assert_eq!(owner.post_sign_in(PHONE, PASSWORD).await.status, 201);
    }
    let problem = owner
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(600));
}

#[tokio::test]
async fn strangers_who_use_up_the_code_limit_cannot_keep_the_owner_from_signing_in() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(600);
    let stranger = backend.client();
    assert_eq!(
        stranger
            .post_registration("Hoa", CITIZEN_ID, PHONE)
            .await
            .status,
        201
    );
    for _ in 0..2 {
        assert_eq!(request_reset(&stranger).await.status, 201);
    }
    for refused in [
        request_reset(&stranger).await,
        stranger.post_registration("Hoa", CITIZEN_ID, PHONE).await,
    ] {
        refused.assert_problem(429, ProblemCode::TooManyRequests);
    }
    assert_three_sign_ins_are_allowed(&backend.client()).await;
}

#[tokio::test]
async fn strangers_who_use_up_the_daily_code_limit_cannot_keep_the_owner_from_signing_in() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let stranger = backend.client();
    for _ in 0..9 {
        backend.advance_clock(600);
        assert_eq!(request_reset(&stranger).await.status, 201);
    }
    backend.advance_clock(600);
    request_reset(&stranger)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_three_sign_ins_are_allowed(&backend.client()).await;
}

#[tokio::test]
async fn a_phone_change_to_anothers_phone_counts_as_a_strangers_request() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let binh = backend.register_binh().await;
    backend.advance_clock(600);
    let change = PhoneChange {
        phone: PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let change_phone = || binh.post(&endpoints::POST_PHONE_CHANGE, &[], &change);
    for _ in 0..3 {
        assert_eq!(change_phone().await.status, 201);
    }
    change_phone()
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_three_sign_ins_are_allowed(&backend.client()).await;
}

#[tokio::test]
async fn resends_and_renewals_count_towards_the_owners_code_limit() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.advance_clock(15 * 60);
    let challenge: Challenge = lan.post_sign_in(PHONE, PASSWORD).await.json();
    backend.advance_clock(60);
    let again = lan.call(&endpoints::POST_RESEND, &[&challenge.id]).await;
    assert_eq!(again.status, 200);
    let renewed = lan.call(&endpoints::POST_RENEWAL, &[]).await;
    assert_eq!(renewed.status, 201);
    for refused in [
        lan.post_sign_in(PHONE, PASSWORD).await,
        lan.call(&endpoints::POST_CLOSING, &[]).await,
    ] {
        refused.assert_problem(429, ProblemCode::TooManyRequests);
    }
}
