//! Registration («Đăng ký») in its three steps: the registration form, the one-time code, and the password.

use contract::account::Registration;
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, all_consents};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn stores_a_valid_birth_date_and_rejects_an_invalid_one() {
    let backend = TestBackend::start();
    let client = backend.client();
    let form = |birth_date: &str| Registration {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190000001".to_owned(),
        birth_date: Some(birth_date.to_owned()),
        phone: PHONE.to_owned(),
        organisation: None,
        consents: all_consents(),
    };
    for invalid in ["30/02/1990", "1990-03-15", "15/3/1990", ""] {
        let form = form(invalid);
        let response = client.post(&endpoints::POST_REGISTRATION, &[], &form).await;
        let problem = response.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/birth_date"), "{invalid}");
    }
    let form = form("15/03/1990");
    let response = client.post(&endpoints::POST_REGISTRATION, &[], &form).await;
    let challenge: Challenge = response.json();
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    client.set_password(&challenge.id, PASSWORD).await;
    let account = client.get_session().await.unwrap().account;
    assert_eq!(account.birth_date.as_deref(), Some("15/03/1990"));
}

#[tokio::test]
async fn registration_takes_a_form_a_code_and_a_password_and_opens_a_session() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Nguyễn Thị Lan", "045190000001", PHONE)
        .await;
    assert_eq!(challenge.purpose, ChallengePurpose::Registration);
    assert_eq!(challenge.sent_to, "09•• ••• 678");
    assert_eq!(
        (challenge.expires_in_seconds, challenge.resend_in_seconds),
        (300, 60)
    );
    assert_eq!((challenge.tries_left, challenge.answered), (5, false));

    let message = backend.messages(PHONE).await.remove(0);
    let code = backend.last_code(PHONE).await;
    assert_eq!(
        message,
        format!(
            "Mã Một Cửa {code} ({}) để đăng ký tài khoản. Hết hạn sau 5 phút. Đừng đọc cho ai.\n\
             @localhost #{code}",
            challenge.reference
        )
    );

    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
    let reloaded: Challenge = client
        .call(&endpoints::GET_CHALLENGE, &[&challenge.id])
        .await
        .json();
    assert!(reloaded.answered);

    let response = client.set_password(&challenge.id, PASSWORD).await;
    assert_eq!(response.status, 201);
    let session = client.get_session().await.unwrap();
    assert_eq!(session, response.json());
    assert_eq!(session.account.name, "Nguyễn Thị Lan");
    assert_eq!(session.expires_at.0, "2026-11-22T13:20:00Z");
}

#[tokio::test]
async fn stores_a_decomposed_name_in_nfc() {
    let backend = TestBackend::start();
    let client = backend
        .register_citizen(
            "  Nguye\u{302}\u{303}n  Thi\u{323} Lan ",
            "045190000001",
            PHONE,
        )
        .await;
    let session = client.get_session().await.unwrap();
    assert_eq!(session.account.name, "Nguyễn Thị Lan");
}

#[tokio::test]
async fn rejects_an_invalid_name_with_a_pointer() {
    let backend = TestBackend::start();
    let client = backend.client();
    let long = "ă".repeat(10_000);
    let names = [
        "",
        "   ",
        "Lan 🙂",
        "Lan\u{202E}",
        "<b>Lan</b>",
        "Lan 2",
        &long,
        "\0",
    ];
    for name in names {
        let problem = client
            .post_registration(name, "045190000001", PHONE)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/name"), "{name:.20}");
        assert_eq!(problem.errors.len(), 1);
    }
    assert!(backend.messages(PHONE).await.is_empty());
}

#[tokio::test]
async fn rejects_a_malformed_citizen_id_or_phone_with_a_pointer() {
    let backend = TestBackend::start();
    let client = backend.client();
    let long = "0".repeat(10_000);
    for id in [
        "",
        " ",
        "04519000000",
        "045 190 000 001",
        "04519000000a",
        "０４５１９００００００１",
        "\u{202E}045190000001",
        "04519000000🙂",
        "<b>045190000001</b>",
        &long,
    ] {
        let problem = client
            .post_registration("Lan", id, PHONE)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/citizen_id"), "{id:.20}");
    }
    for phone in [
        "",
        "0212345678",
        "+84912345678",
        "091234567",
        "0912 345 678",
        " ",
        "0912345678\u{200F}",
        "091234567🙂",
        "<b>0912345678</b>",
        &long,
    ] {
        let problem = client
            .post_registration("Lan", "045190000001", phone)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/phone"), "{phone:.20}");
    }
}

#[tokio::test]
async fn limits_messages_to_three_in_ten_minutes_per_phone() {
    let backend = TestBackend::start();
    let client = backend.client();
    for _ in 0..3 {
        client
            .start_registration("Lan", "045190000001", PHONE)
            .await;
        backend.advance_clock(100);
    }
    let response = client.post_registration("Lan", "045190000001", PHONE).await;
    let problem = response.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(300));
    assert_eq!(response.header("retry-after"), Some("300"));
    backend.advance_clock(300);
    client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
}

#[tokio::test]
async fn a_password_can_be_set_only_within_fifteen_minutes_after_the_code() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    client
        .set_password(&challenge.id, PASSWORD)
        .await
        .assert_problem(409, ProblemCode::ChallengeOpen);
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    backend.advance_clock(15 * 60);
    client
        .set_password(&challenge.id, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
    assert_eq!(client.get_session().await, None);
}

#[tokio::test]
async fn a_rejected_password_can_be_corrected() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    let long = "ấ".repeat(129);
    for password in ["", "bảy chữ", "          ", "mật\u{202E}khẩu dài", &long] {
        let problem = client
            .set_password(&challenge.id, password)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/password"));
    }
    let longest = "ấ".repeat(128);
    let response = client.set_password(&challenge.id, &longest).await;
    assert_eq!(response.status, 201);
}
