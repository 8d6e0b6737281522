//! Another password and another phone, by whoever is signed in and knows the password.

use contract::account::{AccountKind, PasswordChange, PasswordReset, PhoneChange};
use contract::challenge::{Challenge, CodeOutcome, Purpose};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{Answer, Backend, PASSWORD, Visitor};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0387654321";
const WRONG: &str = "không phải mật khẩu";
const ANOTHER: &str = "một mật khẩu khác";

async fn change_password(visitor: &Visitor, current: &str, password: &str) -> Answer {
    let change = PasswordChange {
        current: current.to_owned(),
        password: password.to_owned(),
    };
    visitor
        .post(&endpoints::POST_PASSWORD_CHANGE, &[], &change)
        .await
}

async fn change_phone(visitor: &Visitor, phone: &str, password: &str) -> Answer {
    let change = PhoneChange {
        phone: phone.to_owned(),
        password: Some(password.to_owned()),
    };
    visitor
        .post(&endpoints::POST_PHONE_CHANGE, &[], &change)
        .await
}

#[tokio::test]
async fn a_new_password_keeps_this_device_signed_in_and_no_other() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let elsewhere = backend.signed_in(PHONE, PHONE).await;
    assert_eq!(change_password(&lan, PASSWORD, ANOTHER).await.status, 204);
    assert!(lan.session().await.is_some());
    assert_eq!(elsewhere.session().await, None);
    let told = backend.messages_once(PHONE, 3).await.pop().unwrap();
    assert!(told.starts_with("Mật khẩu tài khoản Một Cửa của bạn vừa được đổi"));
    let visitor = backend.visitor();
    visitor
        .sign_in(PHONE, PASSWORD)
        .await
        .refusal(403, ProblemCode::WrongCredentials);
    assert_eq!(visitor.sign_in(PHONE, ANOTHER).await.status, 201);
}

#[tokio::test]
async fn wrong_passwords_are_counted_together_wherever_one_who_is_signed_in_is_asked_for_it() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    for _ in 0..5 {
        for answer in [
            change_password(&lan, WRONG, ANOTHER).await,
            change_phone(&lan, NEW_PHONE, WRONG).await,
        ] {
            answer.refusal(403, ProblemCode::WrongCredentials);
        }
    }
    for answer in [
        change_password(&lan, PASSWORD, ANOTHER).await,
        change_phone(&lan, NEW_PHONE, PASSWORD).await,
    ] {
        answer.refusal(429, ProblemCode::TooManyRequests);
    }
    assert!(lan.session().await.is_some());
}

#[tokio::test]
async fn a_new_password_that_cannot_be_one_is_refused_at_its_place() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    for (current, password, pointer) in [
        (PASSWORD, "ngắn", "/password"),
        ("", ANOTHER, "/current"),
        (&*"x".repeat(10_000), ANOTHER, "/current"),
    ] {
        let problem = change_password(&lan, current, password)
            .await
            .refusal(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
}

#[tokio::test]
async fn the_code_goes_to_the_new_phone_and_the_old_one_is_warned_once_it_is_done() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let answer = change_phone(&lan, NEW_PHONE, PASSWORD).await;
    let challenge: Challenge = answer.body();
    assert_eq!(challenge.purpose, Purpose::PhoneChange);
    assert_eq!(challenge.sent_to, "03•• ••• 321");
    assert_eq!(
        lan.session().await.unwrap().account.phone.as_deref(),
        Some(PHONE)
    );
    let code = backend.last_code(NEW_PHONE).await;
    let outcome: CodeOutcome = lan.answer(&challenge.id, &code).await.body();
    let CodeOutcome::PhoneChanged { account } = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(account, lan.session().await.unwrap().account);
    assert_eq!(account.phone.as_deref(), Some(NEW_PHONE));
    let warning = backend.messages_once(PHONE, 2).await.pop().unwrap();
    assert!(
        warning.contains("vừa được chuyển sang số khác"),
        "{warning}"
    );
    assert!(!warning.contains(NEW_PHONE));
    backend
        .visitor()
        .sign_in(PHONE, PASSWORD)
        .await
        .refusal(403, ProblemCode::WrongCredentials);
    backend.signed_in(NEW_PHONE, NEW_PHONE).await;
    lan.answer(&challenge.id, &code)
        .await
        .refusal(403, ProblemCode::CodeExpired);
}

#[tokio::test]
async fn whoever_has_the_old_phone_gets_in_no_more_by_a_code_or_a_session_from_before() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let finder = backend.signed_in(PHONE, PHONE).await;
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let begun = finder.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let begun: Challenge = begun.await.body();
    let code = backend.code_once(PHONE, 3).await;
    let challenge: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.body();
    let new_code = backend.last_code(NEW_PHONE).await;
    assert_eq!(lan.answer(&challenge.id, &new_code).await.status, 200);
    assert!(lan.session().await.is_some(), "who changed it goes on");
    assert_eq!(finder.session().await, None);
    assert_eq!(finder.answer(&begun.id, &code).await.status, 404);
    let set = finder.choose_password(&begun.id, ANOTHER).await;
    assert_eq!(set.status, 404);
}

#[tokio::test]
async fn a_phone_of_another_account_hears_so_and_gets_no_code() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    backend.binh().await;
    backend.wait(600);
    let free: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.body();
    let taken: Challenge = change_phone(&lan, "0987654321", PASSWORD).await.body();
    assert_eq!(
        (free.purpose, free.expires_in_seconds, free.tries_left),
        (taken.purpose, taken.expires_in_seconds, taken.tries_left)
    );
    let told = backend.messages("0987654321").await.pop().unwrap();
    assert!(told.contains("Số này đã có tài khoản"), "{told}");
    assert!(!told.contains('#'));
    lan.answer(&taken.id, "123456")
        .await
        .refusal(403, ProblemCode::WrongCode);
}

#[tokio::test]
async fn a_phone_that_somebody_registers_meanwhile_stays_theirs() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let challenge: Challenge = change_phone(&lan, NEW_PHONE, PASSWORD).await.body();
    let code = backend.last_code(NEW_PHONE).await;
    backend
        .citizen("Trần Văn Bình", "045090000002", NEW_PHONE)
        .await;
    lan.answer(&challenge.id, &code)
        .await
        .refusal(403, ProblemCode::CodeExpired);
    let kept = lan.session().await.unwrap().account.phone;
    assert_eq!(kept.as_deref(), Some(PHONE));
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
        let emptying = backend.state.store.run(|transaction| {
            transaction.execute(emptied, [])?;
            Ok(())
        });
        emptying.await.unwrap();
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
