//! Rate limits for sent text messages and for wrong passwords: per phone, per identifier (phone or citizen id), per
//! client IP, and in total.

use axum::body::Body;
use backend::config::{MessageLimits, PasswordLimits};
use contract::account::{AccountKind, SignIn};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const WRONG: &str = "không phải mật khẩu";

/// Starts a backend with the given limits. All clients have the same client IP unless a request sets another one.
fn start_with_limits(messages: MessageLimits, wrong_passwords: PasswordLimits) -> TestBackend {
    TestBackend::start_with(|config| {
        config.demo = true;
        config.messages = messages;
        config.wrong_passwords = wrong_passwords;
    })
}

/// Sends a registration. Its phone and its citizen id are derived from `number`, so that each number registers a
/// different citizen.
async fn register_nth(client: &TestClient, number: u32) -> TestResponse {
    let citizen_id = format!("0451900{number:05}");
    client
        .post_registration("Hoa", &citizen_id, &format!("09{number:08}"))
        .await
}

async fn sign_in_from(
    client: &TestClient,
    client_ip: &str,
    identifier: &str,
    password: &str,
) -> TestResponse {
    let sign_in = SignIn {
        kind: AccountKind::Citizen,
        identifier: identifier.to_owned(),
        password: password.to_owned(),
    };
    let request = client
        .request(&endpoints::POST_SIGN_IN, &[])
        .header("content-type", "application/json")
        .header("x-forwarded-for", client_ip);
    let body = Body::from(serde_json::to_string(&sign_in).unwrap());
    client.send(request.body(body).unwrap()).await
}

#[tokio::test]
async fn limits_messages_to_ten_a_day_per_phone() {
    let backend = TestBackend::start();
    let client = backend.client();
    for _ in 0..10 {
        client
            .start_registration("Lan", "045190000001", PHONE)
            .await;
        backend.advance_clock(600);
    }
    let problem = client
        .post_registration("Lan", "045190000001", PHONE)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(24 * 3600 - 6_000));
    backend.advance_clock(24 * 3600 - 6_000);
    client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
}

#[tokio::test]
async fn limits_messages_per_client_ip_and_in_total() {
    let default = MessageLimits::default();
    let per_client_ip = MessageLimits {
        per_client_ip: 2,
        ..default
    };
    let in_total = MessageLimits {
        in_all: 2,
        ..default
    };
    for (limits, wait) in [(per_client_ip, 3_600), (in_total, 24 * 3600)] {
        let backend = start_with_limits(limits, PasswordLimits::default());
        let client = backend.client();
        for number in 0..2 {
            assert_eq!(register_nth(&client, number).await.status, 201);
        }
        let problem = register_nth(&client, 2)
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
        assert_eq!(problem.retry_after_seconds, Some(wait));
        assert!(backend.messages("0900000002").await.is_empty());
        backend.advance_clock(i64::from(wait));
        assert_eq!(register_nth(&client, 2).await.status, 201);
    }
}

#[tokio::test]
async fn a_refused_message_does_not_count_towards_any_limit() {
    let limits = MessageLimits {
        in_all: 5,
        ..MessageLimits::default()
    };
    let backend = start_with_limits(limits, PasswordLimits::default());
    let client = backend.client();
    for _ in 0..8 {
        client.post_registration("Hoa", "045190000001", PHONE).await;
    }
    for number in 0..2 {
        assert_eq!(register_nth(&client, number).await.status, 201);
    }
    assert_eq!(register_nth(&client, 2).await.status, 429);
}

#[tokio::test]
async fn wrong_passwords_are_counted_per_identifier_so_that_none_reveals_another() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for identifier in [PHONE, "045190000001", "0900000000"] {
        for _ in 0..10 {
            client
                .post_sign_in(identifier, WRONG)
                .await
                .assert_problem(403, ProblemCode::WrongCredentials);
        }
        client
            .post_sign_in(identifier, WRONG)
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
    }
}

#[tokio::test]
async fn limits_wrong_passwords_per_client_ip() {
    let limits = PasswordLimits {
        per_client_ip: 3,
        ..PasswordLimits::default()
    };
    let backend = start_with_limits(MessageLimits::default(), limits);
    backend.register_lan().await;
    let client = backend.client();
    let guesser = "203.0.113.7";
    for identifier in ["0900000001", "0900000002"] {
        sign_in_from(&client, guesser, identifier, WRONG)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    // A sign-in with the right password doesn't reset the count of wrong passwords.
    for _ in 0..2 {
        let right = sign_in_from(&client, guesser, PHONE, PASSWORD).await;
        assert_eq!(right.status, 201);
    }
    sign_in_from(&client, guesser, "0900000003", WRONG)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    backend.advance_clock(600);
    let problem = sign_in_from(&client, guesser, PHONE, PASSWORD)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(3_000));
    let neighbour = sign_in_from(&client, "203.0.113.8", PHONE, PASSWORD).await;
    assert_eq!(neighbour.status, 201);
}

#[tokio::test]
async fn limits_wrong_passwords_in_total() {
    let limits = PasswordLimits {
        in_all: 3,
        ..PasswordLimits::default()
    };
    let backend = start_with_limits(MessageLimits::default(), limits);
    let client = backend.client();
    for number in 1..=3 {
        let client_ip = format!("203.0.113.{number}");
        sign_in_from(&client, &client_ip, "0900000001", WRONG)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    sign_in_from(&client, "203.0.113.4", "0900000002", WRONG)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn setting_the_clock_back_does_not_extend_a_rate_limit() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for _ in 0..10 {
        client.post_sign_in(PHONE, WRONG).await;
    }
    backend.advance_clock(-7 * 24 * 3600);
    let problem = client
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(600));
    backend.advance_clock(600);
    assert_eq!(client.post_sign_in(PHONE, PASSWORD).await.status, 201);
}
