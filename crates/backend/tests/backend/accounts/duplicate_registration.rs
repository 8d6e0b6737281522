//! Registration with a phone or a citizen id that already belongs to an account. The response is the same as for a new
//! account, so that it doesn't reveal the existing one. Only the phone of the existing account gets a notice.

use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use serde_json::Value;

use crate::kit::{PASSWORD, TestBackend, TestResponse};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn registering_an_existing_account_gets_the_same_response_as_a_new_one() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let stranger = backend.client();
    let fresh = stranger
        .post_registration("Hoa", "045190000009", "0911111111")
        .await;
    let taken = stranger
        .post_registration("Hoa", "045190000001", "0922222222")
        .await;
    let taken_phone = stranger
        .post_registration("Hoa", "045190000008", PHONE)
        .await;
    assert_eq!([taken.status, taken_phone.status], [fresh.status; 2]);
    let shape = |response: &TestResponse| -> Vec<(String, Value)> {
        let body: serde_json::Map<String, Value> = response.json();
        let mut shape: Vec<_> = body.into_iter().collect();
        shape.retain(|(key, _)| !["id", "reference", "sent_to"].contains(&key.as_str()));
        shape
    };
    assert_eq!(shape(&fresh), shape(&taken));
    assert_eq!(shape(&fresh), shape(&taken_phone));
    for response in [taken, taken_phone] {
        let challenge: Challenge = response.json();
        let problem = stranger
            .submit_code(&challenge.id, "123456")
            .await
            .assert_problem(403, ProblemCode::WrongCode);
        assert_eq!(problem.tries_left, Some(4));
    }
}

#[tokio::test]
async fn a_registered_phone_gets_a_notice_whatever_citizen_id_was_entered() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.register_binh().await;
    for citizen_id in ["045190000001", "045090000002", "045190000009"] {
        backend.advance_clock(600);
        backend
            .client()
            .post_registration("Hoa", citizen_id, PHONE)
            .await;
        let message = backend.messages(PHONE).await.pop().unwrap();
        assert!(
            message.starts_with("Số này đã có tài khoản Một Cửa"),
            "{message}"
        );
        assert!(!message.contains('#'));
    }
    assert_eq!(backend.messages("0987654321").await.len(), 1);
}

#[tokio::test]
async fn registering_a_taken_citizen_id_warns_its_owner_and_tells_the_stranger_nothing() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let stranger = backend.client();
    let challenge = stranger
        .start_registration("Hoa", "045190000001", "0922222222")
        .await;
    backend.advance_clock(60);
    stranger
        .call(&endpoints::POST_RESEND, &[&challenge.id])
        .await;
    let notices = backend.messages("0922222222").await;
    assert_eq!(notices.len(), 2);
    for message in notices {
        assert!(message.starts_with("Chưa đăng ký được Một Cửa"));
        assert!(message.contains("Bộ phận Một cửa"));
        assert!(!message.contains("tài khoản") && !message.contains('#'));
    }
    let warning = backend.wait_for_messages(PHONE, 2).await.pop().unwrap();
    assert!(warning.starts_with("Có người vừa đăng ký Một Cửa bằng số định danh của bạn"));
    assert!(!warning.contains("0922222222"));
}

#[tokio::test]
async fn registrations_by_strangers_neither_flood_the_owner_nor_use_up_the_owners_codes() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let strangers = ["0922222221", "0922222222", "0922222223", "0922222224"];
    for phone in strangers {
        backend
            .client()
            .start_registration("Hoa", "045190000001", phone)
            .await;
    }
    assert_eq!(backend.wait_for_messages(PHONE, 2).await.len(), 2);
    for _ in 0..2 {
        let response = backend.client().post_sign_in(PHONE, PASSWORD).await;
        assert_eq!(response.status, 201);
    }
    assert_eq!(backend.messages(PHONE).await.len(), 4);
    backend.advance_clock(3600);
    backend
        .client()
        .start_registration("Hoa", "045190000001", "0922222221")
        .await;
    backend.wait_for_messages(PHONE, 5).await;
}

#[tokio::test]
async fn the_first_of_two_registrations_of_one_person_to_finish_wins() {
    let backend = TestBackend::start();
    let (first, second) = (backend.client(), backend.client());
    let slow = first.start_registration("Lan", "045190000001", PHONE).await;
    let code = backend.last_code(PHONE).await;
    first.submit_code(&slow.id, &code).await;
    let quick = second
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    second.submit_code(&quick.id, &code).await;
    assert_eq!(second.set_password(&quick.id, PASSWORD).await.status, 201);
    first
        .set_password(&slow.id, "một mật khẩu khác")
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
    let notice = backend.wait_for_messages(PHONE, 3).await.pop().unwrap();
    assert!(notice.starts_with("Số này đã có tài khoản Một Cửa"));
}

#[tokio::test]
async fn two_registrations_that_finish_at_once_create_one_account() {
    let backend = TestBackend::start();
    let (first, second) = (backend.client(), backend.client());
    let mut challenges = Vec::new();
    for client in [&first, &second] {
        let challenge = client
            .start_registration("Lan", "045190000001", PHONE)
            .await;
        let code = backend.last_code(PHONE).await;
        client.submit_code(&challenge.id, &code).await;
        challenges.push(challenge.id);
    }
    let (one, other) = tokio::join!(
        first.set_password(&challenges[0], PASSWORD),
        second.set_password(&challenges[1], PASSWORD)
    );
    let mut answered = [one.status.as_u16(), other.status.as_u16()];
    answered.sort_unstable();
    assert_eq!(answered, [201, 403]);
}
