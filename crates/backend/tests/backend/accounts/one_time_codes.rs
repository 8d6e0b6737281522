//! One-time codes: wrong, malformed, expired and resent codes, and codes after a change of the clock.

use contract::account::{AccountKind, EmailChange, PasswordReset, PhoneChange, PhoneRelease};
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use futures_util::future::join_all;

use crate::kit::{PASSWORD, TestBackend, TestClient};

const PHONE: &str = "0912345678";

/// Every purpose of a challenge. The match in `start_challenge` names each of them.
const PURPOSES: [ChallengePurpose; 8] = [
    ChallengePurpose::Registration,
    ChallengePurpose::SignIn,
    ChallengePurpose::PasswordReset,
    ChallengePurpose::Renewal,
    ChallengePurpose::PhoneChange,
    ChallengePurpose::EmailChange,
    ChallengePurpose::Closing,
    ChallengePurpose::PhoneRelease,
];

/// Starts a challenge as `lan`, who is signed in. Returns it with the code that was sent.
async fn start_challenge(
    backend: &TestBackend,
    lan: &TestClient,
    purpose: ChallengePurpose,
) -> (Challenge, String) {
    let (phone, response) = match purpose {
        ChallengePurpose::Registration => {
            let phone = "0987654321";
            let registered = lan.post_registration("Hoa", "045190000003", phone).await;
            (phone, registered)
        }
        ChallengePurpose::SignIn => (PHONE, lan.post_sign_in(PHONE, PASSWORD).await),
        ChallengePurpose::PasswordReset => {
            let reset = PasswordReset {
                kind: AccountKind::Citizen,
                identifier: "045190000001".to_owned(),
                phone: PHONE.to_owned(),
            };
            let requested = lan.post(&endpoints::POST_PASSWORD_RESET, &[], &reset).await;
            // The message of a reset is sent after the response. The first message was the code of the registration.
            backend.wait_for_messages(PHONE, 2).await;
            (PHONE, requested)
        }
        ChallengePurpose::Renewal => {
            // Before, the session needs no code.
            backend.advance_clock(15 * 60);
            (PHONE, lan.call(&endpoints::POST_RENEWAL, &[]).await)
        }
        ChallengePurpose::PhoneChange => {
            let phone = "0987654321";
            let change = PhoneChange {
                phone: phone.to_owned(),
                password: Some(PASSWORD.to_owned()),
            };
            let requested = lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change).await;
            (phone, requested)
        }
        ChallengePurpose::EmailChange => {
            let change = EmailChange {
                email: "lan@example.vn".to_owned(),
                password: Some(PASSWORD.to_owned()),
            };
            let requested = lan.post(&endpoints::POST_EMAIL_CHANGE, &[], &change).await;
            let code = backend.last_email_code("lan@example.vn").await;
            return (requested.json(), code);
        }
        ChallengePurpose::Closing => (PHONE, lan.call(&endpoints::POST_CLOSING, &[]).await),
        ChallengePurpose::PhoneRelease => {
            let release = PhoneRelease {
                phone: PHONE.to_owned(),
            };
            let requested = lan
                .post(&endpoints::POST_PHONE_RELEASE, &[], &release)
                .await;
            (PHONE, requested)
        }
        ChallengePurpose::Other(_) => unreachable!("no challenge has an unknown purpose"),
    };
    let challenge: Challenge = response.json();
    assert_eq!(challenge.purpose, purpose);
    (challenge, backend.last_code(phone).await)
}

#[tokio::test]
async fn a_code_works_once_for_every_purpose_even_if_it_is_sent_twice_at_once() {
    for purpose in PURPOSES {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        let (challenge, code) = start_challenge(&backend, &lan, purpose).await;
        let thief = backend.client();
        let answers = join_all([
            lan.submit_code(&challenge.id, &code),
            thief.submit_code(&challenge.id, &code),
        ])
        .await;
        let mut statuses: Vec<u16> = answers.iter().map(|one| one.status.as_u16()).collect();
        statuses.sort_unstable();
        // The challenges of a closed account are deleted.
        let refused = match purpose {
            ChallengePurpose::Closing => 404,
            _ => 403,
        };
        assert_eq!(statuses, [200, refused], "{purpose:?}");
        let again = backend.client().submit_code(&challenge.id, &code).await;
        assert_eq!(again.status, refused, "{purpose:?}");
    }
}

#[tokio::test]
async fn after_one_code_of_a_challenge_has_worked_its_other_codes_are_void() {
    for purpose in [
        ChallengePurpose::Registration,
        ChallengePurpose::SignIn,
        ChallengePurpose::PasswordReset,
    ] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        let (challenge, first) = start_challenge(&backend, &lan, purpose).await;
        backend.advance_clock(60);
        let resent = lan.call(&endpoints::POST_RESEND, &[&challenge.id]).await;
        assert_eq!(resent.status, 200);
        assert_eq!(lan.submit_code(&challenge.id, &first).await.status, 200);
        let second = match purpose {
            ChallengePurpose::Registration => backend.wait_for_code("0987654321", 2).await,
            ChallengePurpose::PasswordReset => backend.wait_for_code(PHONE, 3).await,
            _ => backend.last_code(PHONE).await,
        };
        backend
            .client()
            .submit_code(&challenge.id, &second)
            .await
            .assert_problem(403, ProblemCode::CodeExpired);
    }
}

#[tokio::test]
async fn one_code_causes_five_password_hashes_at_most() {
    for purpose in [
        ChallengePurpose::Registration,
        ChallengePurpose::PasswordReset,
    ] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        let (challenge, code) = start_challenge(&backend, &lan, purpose).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..4 {
            lan.submit_code(&challenge.id, wrong).await;
        }
        lan.submit_code(&challenge.id, &code).await;
        let full = "challenges WHERE answered_at IS NOT NULL AND tries_left = 5";
        assert_eq!(backend.count_rows(full).await, 1, "{purpose:?}");
        // Requests that were cut off while the hash was computed have used up the attempts.
        set_attempts(&backend, 0).await;
        lan.set_password(&challenge.id, PASSWORD)
            .await
            .assert_problem(403, ProblemCode::CodeExpired);
        set_attempts(&backend, 1).await;
        lan.set_password(&challenge.id, "Matkhau123")
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        let set = lan.set_password(&challenge.id, PASSWORD).await;
        assert_eq!(set.status, 201, "{purpose:?}");
    }
}

/// Sets the number of attempts that the only challenge has left.
async fn set_attempts(backend: &TestBackend, attempts: u32) {
    let set = backend.state.store.run(move |transaction| {
        let update = "UPDATE challenges SET tries_left = ?1";
        assert_eq!(transaction.execute(update, [attempts])?, 1);
        Ok(())
    });
    set.await.unwrap();
}

#[tokio::test]
async fn a_citizen_whose_response_was_lost_sees_that_the_code_was_accepted_and_sets_the_password() {
    for purpose in [
        ChallengePurpose::Registration,
        ChallengePurpose::PasswordReset,
    ] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        let (challenge, code) = start_challenge(&backend, &lan, purpose).await;
        lan.submit_code(&challenge.id, &code).await;
        lan.submit_code(&challenge.id, &code)
            .await
            .assert_problem(403, ProblemCode::CodeExpired);
        let current: Challenge = lan
            .call(&endpoints::GET_CHALLENGE, &[&challenge.id])
            .await
            .json();
        assert!(current.answered, "{purpose:?}");
        let set = lan.set_password(&challenge.id, PASSWORD).await;
        assert_eq!(set.status, 201, "{purpose:?}");
        lan.submit_code(&challenge.id, &code)
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn a_wrong_code_reports_the_remaining_tries_and_the_fifth_ends_the_challenge() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for tries in [4, 3, 2, 1] {
        let problem = client
            .submit_code(&challenge.id, wrong)
            .await
            .assert_problem(403, ProblemCode::WrongCode);
        assert_eq!(problem.tries_left, Some(tries));
    }
    for code in [wrong, &code] {
        client
            .submit_code(&challenge.id, code)
            .await
            .assert_problem(403, ProblemCode::CodeExhausted);
    }
    backend.advance_clock(60);
    client
        .call(&endpoints::POST_RESEND, &[&challenge.id])
        .await
        .assert_problem(403, ProblemCode::CodeExhausted);
}

#[tokio::test]
async fn a_malformed_code_does_not_use_up_a_try() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    for code in [
        "",
        "12345",
        "1234567",
        "12 34 56",
        "１２３４５６",
        "12345\u{202E}6",
    ] {
        let problem = client
            .submit_code(&challenge.id, code)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/code"));
    }
    let current: Challenge = client
        .call(&endpoints::GET_CHALLENGE, &[&challenge.id])
        .await
        .json();
    assert_eq!(current.tries_left, 5);
}

#[tokio::test]
async fn a_code_expires_after_five_minutes() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    backend.advance_clock(300);
    client
        .submit_code(&challenge.id, &code)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
    let current: Challenge = client
        .call(&endpoints::GET_CHALLENGE, &[&challenge.id])
        .await
        .json();
    assert_eq!(
        (current.expires_in_seconds, current.resend_in_seconds),
        (0, 0)
    );
}

#[tokio::test]
async fn a_code_can_be_resent_after_a_minute_and_the_first_one_stays_valid() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let first = backend.last_code(PHONE).await;
    backend.advance_clock(20);
    let problem = client
        .call(&endpoints::POST_RESEND, &[&challenge.id])
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(40));
    backend.advance_clock(40);
    let again: Challenge = client
        .call(&endpoints::POST_RESEND, &[&challenge.id])
        .await
        .json();
    assert_eq!(
        (again.expires_in_seconds, again.resend_in_seconds),
        (300, 60)
    );
    assert_eq!(backend.messages(PHONE).await.len(), 2);
    backend.advance_clock(239);
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &first).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
}

#[tokio::test]
async fn an_expired_code_beside_a_living_one_is_called_expired_and_costs_no_try() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let first = backend.last_code(PHONE).await;
    backend.advance_clock(200);
    client.call(&endpoints::POST_RESEND, &[&challenge.id]).await;
    let second = backend.last_code(PHONE).await;
    backend.advance_clock(100);
    for _ in 0..6 {
        client
            .submit_code(&challenge.id, &first)
            .await
            .assert_problem(403, ProblemCode::CodeExpired);
    }
    let wrong = ["000000", "000001", "000002"];
    let wrong = wrong
        .iter()
        .find(|code| **code != first && **code != second);
    let refused = client.submit_code(&challenge.id, wrong.unwrap()).await;
    let refused = refused.assert_problem(403, ProblemCode::WrongCode);
    assert_eq!(refused.tries_left, Some(4));
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &second).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
}

#[tokio::test]
async fn a_thousand_wrong_codes_open_no_session_and_are_rate_limited() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let guesser = backend.client();
    let mut waits = 0;
    let mut wrong = 0;
    for turn in 0..1_000 {
        if turn % 5 != 0 {
            continue;
        }
        let response = guesser.post_sign_in(PHONE, PASSWORD).await;
        if response.status == 429 {
            waits += 5;
            continue;
        }
        let challenge: Challenge = response.json();
        let code = backend.last_code(PHONE).await;
        let guess = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(guesser.submit_code(&challenge.id, guess).await.status, 403);
            wrong += 1;
        }
        guesser
            .submit_code(&challenge.id, &code)
            .await
            .assert_problem(403, ProblemCode::CodeExhausted);
    }
    // The account's owner may request three codes in ten minutes, and each code allows five tries. So only 15 of
    // the 1,000 guesses are compared with a code. For the other 985, the backend refuses to send a code (429).
    assert_eq!((wrong, waits), (15, 985));
    assert_eq!(guesser.get_session().await, None);
}

#[tokio::test]
async fn setting_the_clock_back_neither_extends_a_code_nor_delays_a_resend() {
    let backend = TestBackend::start();
    let client = backend.client();
    let mut challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    for _ in 0..2 {
        backend.advance_clock(60);
        challenge = client
            .start_registration("Lan", "045190000001", PHONE)
            .await;
    }
    let code = backend.last_code(PHONE).await;
    backend.advance_clock(-24 * 3600);
    let current: Challenge = client
        .call(&endpoints::GET_CHALLENGE, &[&challenge.id])
        .await
        .json();
    assert_eq!(
        (current.expires_in_seconds, current.resend_in_seconds),
        (300, 60)
    );
    let response = client.post_sign_in(PHONE, PASSWORD).await;
    response.assert_problem(403, ProblemCode::WrongCredentials);
    backend.advance_clock(299);
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);
    backend.advance_clock(301);
    client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
}

#[tokio::test]
async fn moving_the_clock_ahead_expires_the_code() {
    let backend = TestBackend::start();
    let client = backend.client();
    let challenge = client
        .start_registration("Lan", "045190000001", PHONE)
        .await;
    let code = backend.last_code(PHONE).await;
    backend.advance_clock(1_800);
    client
        .submit_code(&challenge.id, &code)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
    backend.advance_clock(1_800);
    client
        .submit_code(&challenge.id, &code)
        .await
        .assert_problem(404, ProblemCode::NotFound);
}
