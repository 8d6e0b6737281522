//! Changing the password or the phone number of an account. Both changes need a session and the current password.

use contract::account::{AccountKind, PasswordChange, PasswordReset, PhoneChange};
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0387654321";
const WRONG: &str = "không phải mật khẩu";
const ANOTHER: &str = "một mật khẩu khác";

async fn change_password(client: &TestClient, current: &str, password: &str) -> TestResponse {
    let change = PasswordChange {
        current: current.to_owned(),
        password: password.to_owned(),
    };
    client
        .post(&endpoints::POST_PASSWORD_CHANGE, &[], &change)
        .await
}

async fn change_phone(client: &TestClient, phone: &str, password: &str) -> TestResponse {
    let change = PhoneChange {
        phone: phone.to_owned(),
        password: Some(password.to_owned()),
    };
    client
        .post(&endpoints::POST_PHONE_CHANGE, &[], &change)
        .await
}

#[tokio::test]
async fn changing_the_password_signs_out_all_other_devices() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let elsewhere = backend.sign_in(PHONE).await;
    assert_eq!(change_password(&lan, PASSWORD, ANOTHER).await.status, 204);
    assert!(lan.get_session().await.is_some());
    assert_eq!(elsewhere.get_session().await, None);
    let message = backend.wait_for_messages(PHONE, 3).await.pop().unwrap();
    assert!(message.starts_with("Mật khẩu Một Cửa của bạn vừa được đổi"));
    let client = backend.client();
    client
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    assert_eq!(client.post_sign_in(PHONE, ANOTHER).await.status, 201);
}

#[tokio::test]
async fn wrong_current_passwords_share_one_limit_across_all_credential_changes() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for _ in 0..5 {
        for response in [
            change_password(&lan, WRONG, ANOTHER).await,
            change_phone(&lan, NEW_PHONE, WRONG).await,
        ] {
            response.assert_problem(403, ProblemCode::WrongCredentials);
        }
    }
    for response in [
        change_password(&lan, PASSWORD, ANOTHER).await,
        change_phone(&lan, NEW_PHONE, PASSWORD).await,
    ] {
        response.assert_problem(429, ProblemCode::TooManyRequests);
    }
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn rejects_an_invalid_password_change_with_a_pointer_to_the_property() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for (current, password, pointer) in [
        (PASSWORD, "ngắn", "/password"),
        ("", ANOTHER, "/current"),
        (&*"x".repeat(10_000), ANOTHER, "/current"),
    ] {
        let problem = change_password(&lan, current, password)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
}

#[tokio::test]
async fn a_phone_change_sends_the_code_to_the_new_phone_and_then_warns_the_old_one() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let response = change_phone(&lan, NEW_PHONE, PASSWORD).await;
    let challenge: Challenge = response.json();
    assert_eq!(challenge.purpose, ChallengePurpose::PhoneChange);
    assert_eq!(challenge.sent_to, "03•• ••• 321");
    assert_eq!(
        lan.get_session().await.unwrap().account.phone.as_deref(),
        Some(PHONE)
    );
    let code = backend.last_code(NEW_PHONE).await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    let CodeOutcome::PhoneChanged { account } = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(account, lan.get_session().await.unwrap().account);
    assert_eq!(account.phone.as_deref(), Some(NEW_PHONE));
    let warning = backend.wait_for_messages(PHONE, 2).await.pop().unwrap();
    assert!(warning.contains("vừa chuyển sang số khác"), "{warning}");
    assert!(!warning.contains(NEW_PHONE));
    backend
        .client()
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    backend.sign_in(NEW_PHONE).await;
    lan.submit_code(&challenge.id, &code)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
}

#[tokio::test]
async fn a_phone_change_ends_other_sessions_and_voids_codes_sent_to_the_old_phone() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let finder = backend.sign_in(PHONE).await;
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let response = finder.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let pending: Challenge = response.await.json();
    let code = backend.wait_for_code(PHONE, 3).await;
    let challenge: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.json();
    let new_code = backend.last_code(NEW_PHONE).await;
    assert_eq!(lan.submit_code(&challenge.id, &new_code).await.status, 200);
    assert!(
        lan.get_session().await.is_some(),
        "the session that made the change stays signed in"
    );
    assert_eq!(finder.get_session().await, None);
    assert_eq!(finder.submit_code(&pending.id, &code).await.status, 404);
    let set = finder.set_password(&pending.id, ANOTHER).await;
    assert_eq!(set.status, 404);
}

#[tokio::test]
async fn a_phone_of_another_account_gets_a_notice_and_no_code() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.register_binh().await;
    backend.advance_clock(600);
    let free: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.json();
    let taken: Challenge = change_phone(&lan, "0987654321", PASSWORD).await.json();
    assert_eq!(
        (free.purpose, free.expires_in_seconds, free.tries_left),
        (taken.purpose, taken.expires_in_seconds, taken.tries_left)
    );
    let notice = backend.messages("0987654321").await.pop().unwrap();
    assert!(notice.contains("số đã có tài khoản khác"), "{notice}");
    assert!(!notice.contains('#'));
    lan.submit_code(&taken.id, "123456")
        .await
        .assert_problem(403, ProblemCode::WrongCode);
}

#[tokio::test]
async fn a_phone_registered_by_someone_else_meanwhile_cannot_be_taken_over() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let challenge: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.json();
    let code = backend.last_code(NEW_PHONE).await;
    backend
        .register_citizen("Trần Văn Bình", "045090000002", NEW_PHONE)
        .await;
    lan.submit_code(&challenge.id, &code)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
    let phone = lan.get_session().await.unwrap().account.phone;
    assert_eq!(phone.as_deref(), Some(PHONE));
}
