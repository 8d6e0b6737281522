//! Nobody can keep an owner out of their account, and no citizen at a busy address has to wait for the others.

use axum::body::Body;
use backend::config::{MessageLimits, PasswordLimits};
use contract::account::{AccountKind, PasswordChange, PasswordReset, SignIn};
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::SessionChange;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const BINHS_PHONE: &str = "0987654321";
const BINHS_CITIZEN_ID: &str = "045090000002";
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
    // Lan's browser isn't known to any other account.
    backend.register_binh().await;
    sign_in_from(&lan, DESK, BINHS_PHONE, WRONG)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
}

/// Signs in with password and code in this browser.
async fn sign_in_completely(backend: &TestBackend, client: &TestClient, phone: &str) {
    let started = sign_in_from(client, DESK, phone, PASSWORD).await;
    let challenge: Challenge = started.json();
    let code = backend.last_code(phone).await;
    let answered = client.submit_code(&challenge.id, &code).await;
    assert_eq!(answered.status, 200, "{}", answered.text());
}

#[tokio::test]
async fn in_a_familys_browser_one_persons_right_password_gives_no_guesses_at_anothers() {
    let backend = TestBackend::start();
    let family = backend.register_lan().await;
    backend.register_binh().await;
    sign_in_completely(&backend, &family, BINHS_PHONE).await;
    for identifier in [BINHS_PHONE, BINHS_CITIZEN_ID, BINHS_PHONE] {
        for _ in 0..3 {
            sign_in_from(&family, DESK, identifier, WRONG)
                .await
                .assert_problem(403, ProblemCode::WrongCredentials);
        }
        let lans = sign_in_from(&family, DESK, PHONE, PASSWORD).await;
        assert_eq!(lans.status, 201);
    }
    // A complete sign-in gives the browser a new mark, which changes no count.
    backend.advance_clock(500);
    backend
        .state
        .store
        .run(|transaction| Ok(transaction.execute("DELETE FROM codes", [])?))
        .await
        .unwrap();
    sign_in_completely(&backend, &family, PHONE).await;
    sign_in_from(&family, DESK, BINHS_PHONE, WRONG)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    for identifier in [BINHS_PHONE, BINHS_CITIZEN_ID] {
        let refused = sign_in_from(&family, DESK, identifier, PASSWORD).await;
        let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
        assert!(!refused.shared_limit);
    }
}

#[tokio::test]
async fn wrong_passwords_of_known_browsers_count_in_total() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.wrong_passwords.in_all = 3;
    });
    let lan = backend.register_lan().await;
    for _ in 0..3 {
        sign_in_from(&lan, DESK, PHONE, WRONG)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    let refused = sign_in_from(&lan, DESK, PHONE, WRONG).await;
    let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert!(refused.shared_limit);
}

#[tokio::test]
async fn a_new_password_makes_other_browsers_unknown() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.sign_in(PHONE).await;
    backend.register_binh().await;
    assert_eq!(backend.count_rows("known_devices").await, 3);
    let change = PasswordChange {
        current: PASSWORD.to_owned(),
        password: "một mật khẩu khác".to_owned(),
    };
    let changed = lan
        .post(&endpoints::POST_PASSWORD_CHANGE, &[], &change)
        .await;
    assert_eq!(changed.status, 204);
    assert_eq!(
        backend.count_rows("known_devices").await,
        2,
        "this browser and Bình's"
    );
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let finder = backend.client();
    let started = finder
        .post(&endpoints::POST_PASSWORD_RESET, &[], &reset)
        .await;
    let challenge: Challenge = started.json();
    let code = backend.wait_for_code(PHONE, 4).await;
    finder.submit_code(&challenge.id, &code).await;
    assert_eq!(
        finder.set_password(&challenge.id, PASSWORD).await.status,
        201
    );
    assert_eq!(
        backend.count_rows("known_devices").await,
        2,
        "the new browser and Bình's"
    );
    guess_from(&backend, 10).await;
    let refused = sign_in_from(&lan, DESK, PHONE, PASSWORD).await;
    refused.assert_problem(429, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn an_address_that_others_have_used_up_is_never_blamed_on_the_owner() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.wrong_passwords.per_client_ip = 2;
    });
    backend.register_lan().await;
    let client = backend.client();
    for _ in 0..2 {
        sign_in_from(&client, DESK, BINHS_PHONE, WRONG)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    for _ in 0..12 {
        let refused = sign_in_from(&client, DESK, PHONE, PASSWORD).await;
        let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
        assert!(refused.shared_limit);
    }
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
    for number in 0..40 {
        let (citizen_id, phone) = (format!("04519000{number:04}"), format!("091234{number:04}"));
        backend.register_citizen("Hoa", &citizen_id, &phone).await;
        backend.sign_in(&phone).await;
    }
    // Messages that nobody answers do count. The refusal doesn't blame the citizen who comes next.
    let client = backend.client();
    for number in 40..43 {
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
