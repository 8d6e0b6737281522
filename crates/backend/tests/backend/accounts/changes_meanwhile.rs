//! An account that changes while a password is being compared. A database trigger makes the change at exactly this
//! time: after the comparison, the backend gives the counted attempt back.

use backend::config::PasswordCost;
use contract::account::{PasswordChange, PhoneChange};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0977777777";

/// Runs `change` when the next password has been compared.
async fn after_the_comparison(backend: &TestBackend, change: &str) {
    let trigger = format!("CREATE TRIGGER meanwhile AFTER DELETE ON tries BEGIN {change}; END");
    let create = backend.state.store.run(move |transaction| {
        transaction.execute_batch(&trigger)?;
        Ok(())
    });
    create.await.unwrap();
}

#[tokio::test]
async fn a_sign_in_sends_its_code_to_the_phone_that_the_account_has_by_then() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let before = backend.messages(PHONE).await.len();
    after_the_comparison(&backend, "UPDATE accounts SET phone = '0977777777'").await;
    let started = backend.client().post_sign_in(PHONE, PASSWORD).await;
    assert_eq!(started.status, 201);
    assert_eq!(backend.messages(PHONE).await.len(), before);
    assert_eq!(backend.messages(NEW_PHONE).await.len(), 1);
}

#[tokio::test]
async fn a_password_that_was_replaced_meanwhile_opens_and_changes_nothing() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let before = backend.messages(PHONE).await.len();
    after_the_comparison(&backend, "UPDATE accounts SET password_hash = 'another'").await;
    let sign_in = backend.client().post_sign_in(PHONE, PASSWORD).await;
    sign_in.assert_problem(403, ProblemCode::WrongCredentials);
    restore_password(&backend).await;
    change_password(&lan)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    restore_password(&backend).await;
    change_phone(&lan)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    assert_eq!(backend.messages(PHONE).await.len(), before);
    assert_eq!(backend.messages(NEW_PHONE).await.len(), 0);
}

#[tokio::test]
async fn two_sign_ins_at_once_both_succeed_while_the_stored_hash_is_renewed() {
    let expensive = PasswordCost {
        memory_kib: 16,
        passes: 1,
    };
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.password_cost = expensive;
    });
    let lan = backend.register_lan().await;
    let cheap = TestBackend::start();
    let outdated = cheap.state.passwords.hash(PASSWORD.to_owned()).await;
    let outdated = outdated.unwrap();
    let store = backend.state.store.run(move |transaction| {
        Ok(transaction.execute("UPDATE accounts SET password_hash = ?1", [outdated])?)
    });
    store.await.unwrap();
    // The other sign-in has renewed the hash first.
    let renewed = backend.state.passwords.hash(PASSWORD.to_owned()).await;
    let renewed = format!("UPDATE accounts SET password_hash = '{}'", renewed.unwrap());
    after_the_comparison(&backend, &renewed).await;
    let sign_in = backend.client().post_sign_in(PHONE, PASSWORD).await;
    assert_eq!(sign_in.status, 201, "{}", sign_in.text());
    let changed = change_password(&lan).await;
    assert_eq!(changed.status, 204, "{}", changed.text());
}

#[tokio::test]
async fn a_device_that_was_signed_out_meanwhile_changes_nothing() {
    for is_password in [true, false] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        after_the_comparison(&backend, "DELETE FROM sessions").await;
        let refused = match is_password {
            true => change_password(&lan).await,
            false => change_phone(&lan).await,
        };
        refused.assert_problem(401, ProblemCode::NotSignedIn);
        assert_eq!(backend.messages(NEW_PHONE).await.len(), 0);
        assert_eq!(
            backend.client().post_sign_in(PHONE, PASSWORD).await.status,
            201
        );
    }
}

#[tokio::test]
async fn an_account_that_was_closed_meanwhile_gets_no_code() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let before = backend.messages(PHONE).await.len();
    after_the_comparison(&backend, "UPDATE accounts SET closed_at = 1").await;
    let sign_in = backend.client().post_sign_in(PHONE, PASSWORD).await;
    sign_in.assert_problem(403, ProblemCode::WrongCredentials);
    assert_eq!(backend.messages(PHONE).await.len(), before);
}

async fn restore_password(backend: &TestBackend) {
    let hash = backend.state.passwords.hash(PASSWORD.to_owned()).await;
    let hash = hash.unwrap();
    let restore = backend.state.store.run(move |transaction| {
        transaction.execute("UPDATE accounts SET password_hash = ?1", [hash])?;
        Ok(())
    });
    restore.await.unwrap();
}

async fn change_password(client: &TestClient) -> TestResponse {
    let change = PasswordChange {
        current: PASSWORD.to_owned(),
        password: "một mật khẩu khác".to_owned(),
    };
    client
        .post(&endpoints::POST_PASSWORD_CHANGE, &[], &change)
        .await
}

async fn change_phone(client: &TestClient) -> TestResponse {
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    client
        .post(&endpoints::POST_PHONE_CHANGE, &[], &change)
        .await
}
