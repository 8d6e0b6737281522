//! Guessing passwords: the number of wrong passwords is limited, and no response reveals whether an account exists.

use contract::account::{AccountKind, SignIn};
use contract::endpoints;
use contract::problem::ProblemCode;
use futures_util::future::join_all;

use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";
/// An identity number of an old card, or [`PHONE`] without its `0`.
const TWO_MEANINGS: &str = "912345678";

#[tokio::test]
async fn an_unknown_identifier_and_a_wrong_password_get_the_same_response() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    let unknown = client.post_sign_in("0900000000", PASSWORD).await;
    let wrong = client.post_sign_in(PHONE, "không phải mật khẩu").await;
    unknown.assert_problem(403, ProblemCode::WrongCredentials);
    assert_eq!(unknown.text(), wrong.text());
    assert_eq!(unknown.status, wrong.status);
}

#[tokio::test]
async fn wrong_passwords_are_limited_for_known_and_unknown_identifiers_alike() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for identifier in [PHONE, "0900000000"] {
        for _ in 0..10 {
            client
                .post_sign_in(identifier, "không phải mật khẩu")
                .await
                .assert_problem(403, ProblemCode::WrongCredentials);
        }
        let problem = client
            .post_sign_in(identifier, PASSWORD)
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
        assert_eq!(problem.retry_after_seconds, Some(600));
    }
    backend.advance_clock(600);
    assert_eq!(client.post_sign_in(PHONE, PASSWORD).await.status, 201);
}

#[tokio::test]
async fn password_limits_of_citizens_and_organisations_are_counted_separately() {
    let backend = TestBackend::start();
    let client = backend.client();
    let guess = async |kind| {
        let sign_in = SignIn {
            kind,
            identifier: "0912345678".to_owned(),
            password: "không phải mật khẩu".to_owned(),
        };
        let response = client.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await;
        response.assert_problem(403, ProblemCode::WrongCredentials);
    };
    for _ in 0..10 {
        guess(AccountKind::Citizen).await;
    }
    guess(AccountKind::Organisation).await;
}

#[tokio::test]
async fn the_own_password_gives_no_guesses_at_the_account_that_a_number_also_means() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.register_binh().await;
    let lans_hash = backend.state.passwords.hash("mật khẩu của Lan".to_owned());
    let lans_hash = lans_hash.await.unwrap();
    let prepare = backend.state.store.run(move |transaction| {
        transaction.execute(
            "UPDATE accounts SET password_hash = ?1 WHERE phone = ?2",
            [lans_hash.as_str(), PHONE],
        )?;
        Ok(transaction.execute(
            "UPDATE accounts SET citizen_id = ?1 WHERE phone <> ?2",
            [TWO_MEANINGS, PHONE],
        )?)
    });
    prepare.await.unwrap();
    let client = backend.client();
    for _ in 0..9 {
        client
            .post_sign_in(TWO_MEANINGS, "không phải mật khẩu")
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
    let binhs = client.post_sign_in(TWO_MEANINGS, PASSWORD).await;
    assert_eq!(binhs.status, 201);
    for identifier in [TWO_MEANINGS, PHONE] {
        client
            .post_sign_in(identifier, "không phải mật khẩu")
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
    }
}

#[tokio::test]
async fn concurrent_wrong_passwords_are_limited_like_sequential_ones() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    let guesses = (0..60).map(|_| client.post_sign_in(PHONE, "không phải mật khẩu"));
    let answers = join_all(guesses).await;
    let answered = |status: u16| {
        answers
            .iter()
            .filter(|response| response.status == status)
            .count()
    };
    assert_eq!((answered(403), answered(429)), (10, 50));
}

#[tokio::test]
async fn a_right_password_does_not_count_as_wrong_when_no_code_can_be_sent() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let client = backend.client();
    for _ in 0..3 {
        assert_eq!(client.post_sign_in(PHONE, PASSWORD).await.status, 201);
    }
    backend.advance_clock(300);
    for _ in 0..12 {
        let problem = client
            .post_sign_in(PHONE, PASSWORD)
            .await
            .assert_problem(429, ProblemCode::TooManyRequests);
        assert_eq!(problem.retry_after_seconds, Some(300));
    }
    backend.advance_clock(300);
    assert_eq!(client.post_sign_in(PHONE, PASSWORD).await.status, 201);
}
