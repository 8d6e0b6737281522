//! Accounts that an identity provider created have no password, and some have no phone number. The account data states
//! this, so that the app doesn't ask for a password that doesn't exist. The citizen sets the first password after
//! confirming a one-time code sent to their phone.

use contract::account::{AccountKind, PasswordChange, PasswordReset, PhoneChange};
use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0387654321";

/// Runs an SQL statement that changes the stored accounts. The tests use it to remove passwords and phone numbers, as
/// in accounts that an identity provider created.
async fn execute(backend: &TestBackend, sql: &'static str) {
    let update = backend.state.store.run(|transaction| {
        transaction.execute(sql, [])?;
        Ok(())
    });
    update.await.unwrap();
}

#[tokio::test]
async fn an_account_lacks_a_password_until_the_first_one_is_set() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert!(!lan.get_session().await.unwrap().account.lacks_password);
    execute(&backend, "UPDATE accounts SET password_hash = NULL").await;
    assert!(lan.get_session().await.unwrap().account.lacks_password);
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let response = lan.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let challenge: Challenge = response.await.json();
    let code = backend.wait_for_code(PHONE, 2).await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
    let session: Session = lan.set_password(&challenge.id, PASSWORD).await.json();
    assert!(!session.account.lacks_password);
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let changed = lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change).await;
    assert_eq!(changed.status, 201);
}

#[tokio::test]
async fn an_old_session_can_neither_set_a_first_password_nor_change_the_phone() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    execute(&backend, "UPDATE accounts SET password_hash = NULL").await;
    let password = PasswordChange {
        current: PASSWORD.to_owned(),
        password: "một mật khẩu khác".to_owned(),
    };
    lan.post(&endpoints::POST_PASSWORD_CHANGE, &[], &password)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    backend.advance_clock(15 * 60);
    lan.post(&endpoints::POST_PHONE_CHANGE, &[], &phone_change())
        .await
        .assert_problem(403, ProblemCode::ProofTooOld);
}

#[tokio::test]
async fn a_new_session_without_a_password_changes_the_phone_by_code_alone() {
    for sql in [
        "UPDATE accounts SET password_hash = NULL",
        "UPDATE accounts SET password_hash = NULL, phone = NULL",
    ] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        lan.post(&endpoints::POST_PHONE_CHANGE, &[], &phone_change())
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        execute(&backend, sql).await;
        let response = lan
            .post(&endpoints::POST_PHONE_CHANGE, &[], &phone_change())
            .await;
        let challenge: Challenge = response.json();
        let code = backend.last_code(NEW_PHONE).await;
        lan.submit_code(&challenge.id, &code).await;
        let phone = lan.get_session().await.unwrap().account.phone;
        assert_eq!(phone.as_deref(), Some(NEW_PHONE));
    }
}

fn phone_change() -> PhoneChange {
    PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: None,
    }
}
