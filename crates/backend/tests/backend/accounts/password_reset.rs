//! Password reset («Quên mật khẩu»): anybody who has the account's phone can set a new password. The response is the
//! same whether or not the account exists.

use std::time::Duration;

use backend::messages::{Delivering, Gateway, Messages, TextMessage};
use contract::account::{AccountKind, PasswordReset};
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse};

const PHONE: &str = "0912345678";
const CITIZEN_ID: &str = "045190000001";
const ANOTHER: &str = "một mật khẩu khác";

async fn request_reset(client: &TestClient, identifier: &str, phone: &str) -> TestResponse {
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: identifier.to_owned(),
        phone: phone.to_owned(),
    };
    client
        .post(&endpoints::POST_PASSWORD_RESET, &[], &reset)
        .await
}

#[tokio::test]
async fn a_password_reset_takes_a_code_and_signs_out_all_other_devices() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let client = backend.client();
    let challenge: Challenge = request_reset(&client, CITIZEN_ID, PHONE).await.json();
    assert_eq!(challenge.purpose, ChallengePurpose::PasswordReset);
    client
        .set_password(&challenge.id, ANOTHER)
        .await
        .assert_problem(409, ProblemCode::ChallengeOpen);
    let code = backend.wait_for_code(PHONE, 2).await;
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
    let response = client.set_password(&challenge.id, ANOTHER).await;
    assert_eq!(response.status, 201);
    assert_eq!(client.get_session().await, Some(response.json()));
    assert_eq!(lan.get_session().await, None);
    let message = backend.wait_for_messages(PHONE, 3).await.pop().unwrap();
    assert!(message.starts_with("Mật khẩu Một Cửa của bạn vừa được đổi"));

    let again = backend.client();
    again
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    assert_eq!(again.post_sign_in(PHONE, ANOTHER).await.status, 201);
    client
        .set_password(&challenge.id, PASSWORD)
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_password_reset_voids_codes_of_earlier_challenges() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let thief = backend.client();
    let pending: Challenge = thief.post_sign_in(PHONE, PASSWORD).await.json();
    let thiefs_code = backend.last_code(PHONE).await;
    let client = backend.client();
    let challenge: Challenge = request_reset(&client, CITIZEN_ID, PHONE).await.json();
    let code = backend.wait_for_code(PHONE, 3).await;
    client.submit_code(&challenge.id, &code).await;
    client.set_password(&challenge.id, ANOTHER).await;
    thief
        .submit_code(&pending.id, &thiefs_code)
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_password_reset_does_not_reveal_whether_the_account_exists() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(600);
    let client = backend.client();
    let shape = |response: &TestResponse| {
        let mut challenge: Challenge = response.json();
        challenge.id.clear();
        challenge.reference.clear();
        (response.status, challenge)
    };
    let known = request_reset(&client, CITIZEN_ID, PHONE).await;
    backend.wait_for_messages(PHONE, 2).await;
    let unknown = request_reset(&client, "045190000009", PHONE).await;
    assert_eq!(shape(&known), shape(&unknown));
    let elsewhere = request_reset(&client, CITIZEN_ID, "0912345999").await;
    assert_eq!(shape(&known).1.tries_left, shape(&elsewhere).1.tries_left);
    let nothing: Challenge = elsewhere.json();
    let problem = client
        .submit_code(&nothing.id, "123456")
        .await
        .assert_problem(403, ProblemCode::WrongCode);
    assert_eq!(problem.tries_left, Some(4));
    backend.advance_clock(60);
    let again = client.call(&endpoints::POST_RESEND, &[&nothing.id]).await;
    assert_eq!(again.status, 200);

    // This is the third password reset that is requested for this phone number in ten minutes. Requests for accounts
    // that don't exist count as well.
    request_reset(&client, "045190000009", PHONE).await;
    for citizen_id in [CITIZEN_ID, "045190000009"] {
        request_reset(&client, citizen_id, PHONE)
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
    }
    assert_eq!(backend.messages(PHONE).await.len(), 2);
    assert!(backend.messages("0912345999").await.is_empty());
}

/// The statements of docs/operating.md that give the account with the number 1 to another phone.
fn documented_statements(phone: &str) -> String {
    let document = include_str!("../../../../../docs/operating.md");
    let mut blocks = document.split("```");
    let block = blocks.find(|block| block.contains("UPDATE accounts SET phone"));
    let statements = block.unwrap().lines().filter(|line| {
        line.starts_with("UPDATE accounts SET phone") || line.starts_with("DELETE FROM ")
    });
    let statements: Vec<&str> = statements.collect();
    assert_eq!(statements.len(), 5);
    statements
        .join("\n")
        .replace("09…", phone)
        .replace("= 17", "= 1")
}

#[tokio::test]
async fn the_documented_statements_give_an_account_to_the_new_phone_of_its_owner() {
    let backend = TestBackend::start();
    let stolen = backend.register_lan().await;
    let thief = backend.client();
    let begun: Challenge = request_reset(&thief, CITIZEN_ID, PHONE).await.json();
    let thiefs_code = backend.wait_for_code(PHONE, 2).await;

    let new_phone = "0398765432";
    let statements = documented_statements(new_phone);
    let changed = backend.state.store.run(move |transaction| {
        transaction.execute(
            "INSERT INTO phone_releases (account_id, phone, leaves_at) VALUES (1, ?1, 0)",
            [PHONE],
        )?;
        Ok(transaction.execute_batch(&statements)?)
    });
    changed.await.unwrap();

    assert_eq!(stolen.get_session().await, None);
    assert_eq!(backend.count_rows("known_devices").await, 0);
    assert_eq!(backend.count_rows("phone_releases").await, 0);
    thief
        .submit_code(&begun.id, &thiefs_code)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    thief
        .post_sign_in(CITIZEN_ID, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    let owner = backend.client();
    let challenge: Challenge = request_reset(&owner, CITIZEN_ID, new_phone).await.json();
    let code = backend.wait_for_code(new_phone, 1).await;
    owner.submit_code(&challenge.id, &code).await;
    owner.set_password(&challenge.id, ANOTHER).await;
    let session = owner.get_session().await.unwrap();
    assert_eq!(session.account.name, "Nguyễn Thị Lan");
}

/// A message gateway that never finishes sending a message.
struct StuckGateway;

impl Gateway for StuckGateway {
    fn deliver(&self, _: TextMessage) -> Delivering<'_> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_slow_message_gateway_does_not_delay_the_response() {
    let mut backend = TestBackend::start();
    backend.register_lan().await;
    backend.state.messages = Messages::through(StuckGateway);
    let client = backend.client();
    let requests = async {
        let challenge: Challenge = request_reset(&client, CITIZEN_ID, PHONE).await.json();
        backend.advance_clock(60);
        client.call(&endpoints::POST_RESEND, &[&challenge.id]).await
    };
    let response = tokio::time::timeout(Duration::from_secs(20), requests).await;
    assert_eq!(response.unwrap().status, 200);
}

#[tokio::test]
async fn a_password_reset_rejects_an_invalid_identifier_or_phone_with_a_pointer() {
    let backend = TestBackend::start();
    let client = backend.client();
    for (identifier, phone, pointer) in [
        ("", PHONE, "/identifier"),
        (PHONE, PHONE, "/identifier"),
        ("０４５１９０００００１", PHONE, "/identifier"),
        (CITIZEN_ID, "", "/phone"),
        (CITIZEN_ID, "+84912345678", "/phone"),
    ] {
        let problem = request_reset(&client, identifier, phone)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
}
