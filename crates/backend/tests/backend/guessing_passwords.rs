//! Guessing passwords: what it costs, and that it tells nobody who has an account.

use contract::account::{AccountKind, SignIn};
use contract::endpoints;
use contract::problem::ProblemCode;
use futures_util::future::join_all;

use crate::kit::{Backend, PASSWORD};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn an_unknown_identifier_and_a_wrong_password_get_one_and_the_same_answer() {
    let backend = Backend::start();
    backend.lan().await;
    let visitor = backend.visitor();
    let unknown = visitor.sign_in("0900000000", PASSWORD).await;
    let wrong = visitor.sign_in(PHONE, "không phải mật khẩu").await;
    unknown.refusal(403, ProblemCode::WrongCredentials);
    assert_eq!(unknown.text(), wrong.text());
    assert_eq!(unknown.status, wrong.status);
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down_for_known_and_unknown_identifiers_alike() {
    let backend = Backend::start();
    backend.lan().await;
    let visitor = backend.visitor();
    for identifier in [PHONE, "0900000000"] {
        for _ in 0..10 {
            visitor
                .sign_in(identifier, "không phải mật khẩu")
                .await
                .refusal(403, ProblemCode::WrongCredentials);
        }
        let problem = visitor
            .sign_in(identifier, PASSWORD)
            .await
            .refusal(429, ProblemCode::TooManyRequests);
        assert_eq!(problem.retry_after_seconds, Some(600));
    }
    backend.wait(600);
    assert_eq!(visitor.sign_in(PHONE, PASSWORD).await.status, 201);
}

#[tokio::test]
async fn guesses_at_one_kind_of_account_do_not_tell_whether_there_is_one_of_the_other() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let guess = async |kind| {
        let sign_in = SignIn {
            kind,
            identifier: "0100109106".to_owned(),
            password: "không phải mật khẩu".to_owned(),
        };
        let answer = visitor.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await;
        answer.refusal(403, ProblemCode::WrongCredentials);
    };
    for _ in 0..10 {
        guess(AccountKind::Citizen).await;
    }
    guess(AccountKind::Organisation).await;
}

#[tokio::test]
async fn guesses_sent_all_at_once_are_slowed_down_as_those_sent_one_by_one() {
    let backend = Backend::start();
    backend.lan().await;
    let visitor = backend.visitor();
    let guesses = (0..60).map(|_| visitor.sign_in(PHONE, "không phải mật khẩu"));
    let answers = join_all(guesses).await;
    let answered = |status: u16| answers.iter().filter(|one| one.status == status).count();
    assert_eq!((answered(403), answered(429)), (10, 50));
}

#[tokio::test]
async fn a_right_password_is_no_guess_even_when_no_code_can_be_sent() {
    let backend = Backend::start();
    backend.lan().await;
    let visitor = backend.visitor();
    for _ in 0..3 {
        assert_eq!(visitor.sign_in(PHONE, PASSWORD).await.status, 201);
    }
    backend.wait(300);
    for _ in 0..12 {
        let problem = visitor
            .sign_in(PHONE, PASSWORD)
            .await
            .refusal(429, ProblemCode::TooManyRequests);
        assert_eq!(problem.retry_after_seconds, Some(300));
    }
    backend.wait(300);
    assert_eq!(visitor.sign_in(PHONE, PASSWORD).await.status, 201);
}
