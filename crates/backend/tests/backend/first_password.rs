//! An account that an identity provider made has no password, and may have no phone: it says so, so that no page asks for
//! what never existed, and whoever holds its phone chooses the first one.

use contract::account::{AccountKind, PasswordChange, PasswordReset, PhoneChange};
use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{Backend, PASSWORD};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0387654321";

/// Makes the accounts as an identity provider would have.
async fn empty(backend: &Backend, how: &'static str) {
    let emptying = backend.state.store.run(|transaction| {
        transaction.execute(how, [])?;
        Ok(())
    });
    emptying.await.unwrap();
}

#[tokio::test]
async fn an_account_says_whether_it_lacks_a_password_until_the_first_one_is_chosen() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    assert!(!lan.session().await.unwrap().account.lacks_password);
    empty(&backend, "UPDATE accounts SET password_hash = NULL").await;
    assert!(lan.session().await.unwrap().account.lacks_password);
    let forgotten = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let begun = lan.post(&endpoints::POST_PASSWORD_RESET, &[], &forgotten);
    let begun: Challenge = begun.await.body();
    let code = backend.code_once(PHONE, 2).await;
    let outcome: CodeOutcome = lan.answer(&begun.id, &code).await.body();
    assert_eq!(outcome, CodeOutcome::SetPassword);
    let session: Session = lan.choose_password(&begun.id, PASSWORD).await.body();
    assert!(!session.account.lacks_password);
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let changed = lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change).await;
    assert_eq!(changed.status, 201);
}

#[tokio::test]
async fn a_session_alone_neither_sets_the_first_password_nor_moves_the_phone() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    empty(&backend, "UPDATE accounts SET password_hash = NULL").await;
    let password = PasswordChange {
        current: PASSWORD.to_owned(),
        password: "một mật khẩu khác".to_owned(),
    };
    let phone = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    for answer in [
        lan.post(&endpoints::POST_PASSWORD_CHANGE, &[], &password)
            .await,
        lan.post(&endpoints::POST_PHONE_CHANGE, &[], &phone).await,
    ] {
        answer.refusal(403, ProblemCode::WrongCredentials);
    }
}

#[tokio::test]
async fn an_account_without_phone_and_password_gets_its_first_phone_by_the_code_alone() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: None,
    };
    let ask = || lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change);
    // As an identity provider makes it that tells no phone, or one without a password.
    for (emptied, refused) in [
        ("UPDATE accounts SET name = name", true),
        ("UPDATE accounts SET password_hash = NULL", true),
        ("UPDATE accounts SET phone = NULL", false),
    ] {
        empty(&backend, emptied).await;
        let answer = ask().await;
        if refused {
            let problem = answer.refusal(422, ProblemCode::InvalidAnswers);
            assert_eq!(problem.pointer.as_deref(), Some("/password"));
        } else {
            let challenge: Challenge = answer.body();
            let code = backend.last_code(NEW_PHONE).await;
            lan.answer(&challenge.id, &code).await;
        }
    }
    let phone = lan.session().await.unwrap().account.phone;
    assert_eq!(phone.as_deref(), Some(NEW_PHONE));
}
