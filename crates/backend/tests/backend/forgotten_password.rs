//! «Quên mật khẩu»: whoever holds the account's phone gets in again, and nobody learns whether there is an account.

use std::time::Duration;

use backend::messages::{Delivering, Gateway, Messages, TextMessage};
use contract::account::{AccountKind, PasswordReset};
use contract::challenge::{Challenge, CodeOutcome, Purpose};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{Answer, Backend, PASSWORD, Visitor};

const PHONE: &str = "0912345678";
const CITIZEN_ID: &str = "045190000001";
const ANOTHER: &str = "một mật khẩu khác";

async fn forget(visitor: &Visitor, identifier: &str, phone: &str) -> Answer {
    let asked = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: identifier.to_owned(),
        phone: phone.to_owned(),
    };
    visitor
        .post(&endpoints::POST_PASSWORD_RESET, &[], &asked)
        .await
}

#[tokio::test]
async fn a_code_to_the_accounts_phone_lets_a_new_password_be_set_and_signs_every_other_device_out()
{
    let backend = Backend::start();
    let lan = backend.lan().await;
    let visitor = backend.visitor();
    let challenge: Challenge = forget(&visitor, CITIZEN_ID, PHONE).await.body();
    assert_eq!(challenge.purpose, Purpose::PasswordReset);
    visitor
        .choose_password(&challenge.id, ANOTHER)
        .await
        .refusal(409, ProblemCode::ChallengeOpen);
    let code = backend.code_once(PHONE, 2).await;
    for _ in 0..2 {
        let outcome: CodeOutcome = visitor.answer(&challenge.id, &code).await.body();
        assert_eq!(outcome, CodeOutcome::SetPassword);
    }
    let begun = visitor.choose_password(&challenge.id, ANOTHER).await;
    assert_eq!(begun.status, 201);
    assert_eq!(visitor.session().await, Some(begun.body()));
    assert_eq!(lan.session().await, None);
    let told = backend.messages_once(PHONE, 3).await.pop().unwrap();
    assert!(told.starts_with("Mật khẩu tài khoản Một Cửa của bạn vừa được đổi"));

    let again = backend.visitor();
    again
        .sign_in(PHONE, PASSWORD)
        .await
        .refusal(403, ProblemCode::WrongCredentials);
    assert_eq!(again.sign_in(PHONE, ANOTHER).await.status, 201);
    visitor
        .choose_password(&challenge.id, PASSWORD)
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_code_of_before_is_worth_nothing_once_the_password_is_new() {
    let backend = Backend::start();
    backend.lan().await;
    let thief = backend.visitor();
    let begun: Challenge = thief.sign_in(PHONE, PASSWORD).await.body();
    let thiefs_code = backend.last_code(PHONE).await;
    let visitor = backend.visitor();
    let challenge: Challenge = forget(&visitor, CITIZEN_ID, PHONE).await.body();
    let code = backend.code_once(PHONE, 3).await;
    visitor.answer(&challenge.id, &code).await;
    visitor.choose_password(&challenge.id, ANOTHER).await;
    thief
        .answer(&begun.id, &thiefs_code)
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn whether_there_is_an_account_shows_in_nothing_and_nobody_is_written_to() {
    let backend = Backend::start();
    backend.lan().await;
    backend.wait(600);
    let visitor = backend.visitor();
    let shape = |answer: &Answer| {
        let mut challenge: Challenge = answer.body();
        challenge.id.clear();
        challenge.reference.clear();
        (answer.status, challenge)
    };
    let known = forget(&visitor, CITIZEN_ID, PHONE).await;
    backend.messages_once(PHONE, 2).await;
    let unknown = forget(&visitor, "045190000009", PHONE).await;
    assert_eq!(shape(&known), shape(&unknown));
    let elsewhere = forget(&visitor, CITIZEN_ID, "0912345999").await;
    assert_eq!(shape(&known).1.tries_left, shape(&elsewhere).1.tries_left);
    let nothing: Challenge = elsewhere.body();
    let problem = visitor
        .answer(&nothing.id, "123456")
        .await
        .refusal(403, ProblemCode::WrongCode);
    assert_eq!(problem.tries_left, Some(4));
    backend.wait(60);
    let again = visitor.call(&endpoints::POST_RESEND, &[&nothing.id]).await;
    assert_eq!(again.status, 200);

    // The third message of these ten minutes, whichever account it was asked for.
    forget(&visitor, "045190000009", PHONE).await;
    for citizen_id in [CITIZEN_ID, "045190000009"] {
        forget(&visitor, citizen_id, PHONE)
            .await
            .refusal(429, ProblemCode::TooManyRequests);
    }
    assert_eq!(backend.messages(PHONE).await.len(), 2);
    assert!(backend.messages("0912345999").await.is_empty());
}

/// Never done with a message.
struct Stuck;

impl Gateway for Stuck {
    fn deliver(&self, _: TextMessage) -> Delivering<'_> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_message_that_takes_long_takes_no_longer_to_answer() {
    let mut backend = Backend::start();
    backend.lan().await;
    backend.state.messages = Messages::through(Stuck);
    let visitor = backend.visitor();
    let asking = async {
        let challenge: Challenge = forget(&visitor, CITIZEN_ID, PHONE).await.body();
        backend.wait(60);
        visitor
            .call(&endpoints::POST_RESEND, &[&challenge.id])
            .await
    };
    let answer = tokio::time::timeout(Duration::from_secs(20), asking).await;
    assert_eq!(answer.unwrap().status, 200);
}

#[tokio::test]
async fn what_can_be_no_identifier_or_phone_is_refused_at_its_place() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    for (identifier, phone, pointer) in [
        ("", PHONE, "/identifier"),
        (PHONE, PHONE, "/identifier"),
        ("０４５１９０００００１", PHONE, "/identifier"),
        (CITIZEN_ID, "", "/phone"),
        (CITIZEN_ID, "+84912345678", "/phone"),
    ] {
        let problem = forget(&visitor, identifier, phone)
            .await
            .refusal(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
}
