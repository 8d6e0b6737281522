//! The e-mail address of an account: verified with a code, changed and removed.

use contract::account::{Account, EmailChange};
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

async fn request_change(client: &TestClient, email: &str) -> TestResponse {
    let change = EmailChange {
        email: email.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    client
        .post(&endpoints::POST_EMAIL_CHANGE, &[], &change)
        .await
}

/// Sets the e-mail address of the client's account.
pub(super) async fn set_email(backend: &TestBackend, client: &TestClient, email: &str) -> Account {
    let challenge: Challenge = request_change(client, email).await.json();
    let code = backend.last_email_code(email).await;
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    let CodeOutcome::EmailChanged { account } = outcome else {
        panic!("{outcome:?}");
    };
    account
}

#[tokio::test]
async fn an_address_counts_only_after_its_code() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent: Challenge = request_change(&lan, "lan@example.vn").await.json();
    assert_eq!(sent.purpose, ChallengePurpose::EmailChange);
    assert_eq!(sent.sent_to, "l••@example.vn");
    assert_eq!(lan.get_session().await.unwrap().account.email, None);
    lan.submit_code(&sent.id, "000000")
        .await
        .assert_problem(403, ProblemCode::WrongCode);
    let account = set_email(&backend, &lan, "lan@example.vn").await;
    assert_eq!(account.email.as_deref(), Some("lan@example.vn"));
    let text = backend.emails("lan@example.vn").await.pop().unwrap();
    assert!(text.contains("(") && !text.contains("Lan"), "{text}");
}

#[tokio::test]
async fn a_change_needs_the_password_and_a_real_address() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let wrong = EmailChange {
        email: "lan@example.vn".to_owned(),
        password: Some("một mật khẩu khác".to_owned()),
    };
    lan.post(&endpoints::POST_EMAIL_CHANGE, &[], &wrong)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    for address in [
        "lan",
        "lan@",
        "lần@example.vn",
        "lan@example.vn\nBcc: a@b.vn",
        "",
    ] {
        let problem = request_change(&lan, address)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/email"), "{address}");
    }
    assert_eq!(backend.count_rows("emails").await, 0);
}

#[tokio::test]
async fn the_former_address_is_warned() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    set_email(&backend, &lan, "cu@example.vn").await;
    set_email(&backend, &lan, "moi@example.vn").await;
    let poll = async {
        while backend.emails("cu@example.vn").await.len() < 2 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), poll)
        .await
        .unwrap();
    let old = backend.emails("cu@example.vn").await;
    assert!(old[1].contains("chuyển sang email khác"));
    assert!(!old[1].contains("moi@"));
}

#[tokio::test]
async fn an_address_can_be_removed_soon_after_signing_in_only() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    set_email(&backend, &lan, "lan@example.vn").await;
    backend.advance_clock(16 * 60);
    lan.call(&endpoints::DELETE_EMAIL, &[])
        .await
        .assert_problem(403, ProblemCode::ProofTooOld);
    let again = backend.sign_in("0912345678").await;
    let removed = again.call(&endpoints::DELETE_EMAIL, &[]).await;
    assert_eq!(removed.status, 204);
    assert_eq!(again.get_session().await.unwrap().account.email, None);
    assert_eq!(again.call(&endpoints::DELETE_EMAIL, &[]).await.status, 204);
}

#[tokio::test]
async fn a_stranger_cannot_flood_an_address_with_codes() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.messages.per_phone = 2;
    });
    let lan = backend.register_lan().await;
    for _ in 0..2 {
        assert_eq!(request_change(&lan, "ai@example.vn").await.status, 201);
    }
    request_change(&lan, "ai@example.vn")
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
}

#[tokio::test]
async fn a_backend_without_a_mail_server_takes_no_address() {
    let mut backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.state.emails = backend::messages::Emails::default();
    let client = backend.client();
    client.set_cookie(lan.cookie());
    request_change(&client, "lan@example.vn")
        .await
        .assert_problem(404, ProblemCode::NotFound);
}
