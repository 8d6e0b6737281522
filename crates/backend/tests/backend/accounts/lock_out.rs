//! Nobody can keep an owner out of their account, and no citizen at a busy address has to wait for the others.

use axum::body::Body;
use backend::config::{MessageLimits, PasswordLimits};
use contract::account::{AccountKind, SignIn};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::SessionChange;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const WRONG: &str = "không phải mật khẩu";
const DESK: &str = "203.0.113.7";

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

/// Sends ten wrong passwords from each of `addresses` addresses.
async fn guess_from(backend: &TestBackend, addresses: u32) {
    let guesser = backend.client();
    for address in 0..addresses {
        for _ in 0..10 {
            let client_ip = format!("198.51.100.{address}");
            sign_in_from(&guesser, &client_ip, PHONE, WRONG)
                .await
                .assert_problem(403, ProblemCode::WrongCredentials);
        }
    }
}

#[tokio::test]
async fn a_stranger_who_tries_wrong_passwords_does_not_keep_the_owner_out() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    guess_from(&backend, 1).await;
    let guesser = sign_in_from(&backend.client(), "198.51.100.0", PHONE, PASSWORD).await;
    let refused = guesser.assert_problem(429, ProblemCode::TooManyRequests);
    assert!(
        !refused.shared_limit,
        "only this address has tried too often"
    );
    let owner = sign_in_from(&backend.client(), DESK, PHONE, PASSWORD).await;
    assert_eq!(owner.status, 201);
}

#[tokio::test]
async fn a_browser_that_signed_in_before_is_not_kept_out_by_many_strangers() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    guess_from(&backend, 10).await;
    let elsewhere = sign_in_from(&backend.client(), DESK, PHONE, PASSWORD).await;
    let refused = elsewhere.assert_problem(429, ProblemCode::TooManyRequests);
    assert!(refused.shared_limit, "the owner isn't to blame");
    for identifier in [PHONE, "045190000001"] {
        let owner = sign_in_from(&lan, DESK, identifier, PASSWORD).await;
        assert_eq!(owner.status, 201, "{}", owner.text());
    }
}

#[tokio::test]
async fn a_browser_that_signed_in_before_may_not_guess_more_than_others() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for address in 0..10 {
        sign_in_from(&lan, &format!("198.51.100.{address}"), PHONE, WRONG)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    let refused = sign_in_from(&lan, DESK, PHONE, PASSWORD).await;
    let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert!(!refused.shared_limit);
    // The mark of Lan's browser counts for no other account.
    backend.register_binh().await;
    sign_in_from(&lan, DESK, "0987654321", WRONG)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
}

#[tokio::test]
async fn a_shared_device_is_not_remembered() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(backend.count_rows("known_devices").await, 1);
    let shared = SessionChange {
        shared_device: true,
    };
    let changed = lan.post(&endpoints::PATCH_SESSION, &[], &shared).await;
    assert_eq!(changed.status, 200);
    assert_eq!(backend.count_rows("known_devices").await, 0);
    guess_from(&backend, 10).await;
    let refused = sign_in_from(&lan, DESK, PHONE, PASSWORD).await;
    refused.assert_problem(429, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn a_right_password_gives_the_wrong_ones_back() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for _ in 0..3 {
        for _ in 0..9 {
            sign_in_from(&client, DESK, PHONE, WRONG)
                .await
                .assert_problem(403, ProblemCode::WrongCredentials);
        }
        let right = sign_in_from(&client, DESK, PHONE, PASSWORD).await;
        assert_eq!(right.status, 201);
    }
}

#[tokio::test]
async fn forty_citizens_sign_in_and_register_at_one_desk() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.messages = MessageLimits {
            per_client_ip: 3,
            ..MessageLimits::default()
        };
        config.wrong_passwords = PasswordLimits {
            per_client_ip: 3,
            ..PasswordLimits::default()
        };
    });
    for number in 0..10 {
        let (citizen_id, phone) = (format!("04519000{number:04}"), format!("091234{number:04}"));
        backend.register_citizen("Hoa", &citizen_id, &phone).await;
        backend.sign_in(&phone).await;
    }
    // Messages that nobody answers do count. The refusal doesn't blame the citizen who comes next.
    let client = backend.client();
    for number in 10..13 {
        let (citizen_id, phone) = (format!("04519000{number:04}"), format!("091234{number:04}"));
        client.start_registration("Hoa", &citizen_id, &phone).await;
    }
    let refused = client
        .post_registration("Hoa", "045190009999", "0912349999")
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert!(refused.shared_limit);
    backend.sign_in("0912340001").await;
}
