//! A phone that the operator gave to somebody new leaves the account of its former owner, unless the owner still uses it.

use backend::accounts;
use contract::account::PhoneRelease;
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{PASSWORD, TestBackend, TestResponse};

const PHONE: &str = "0912345678";
const TWO_WEEKS: i64 = 14 * 24 * 3600;

/// Proves with a code that somebody holds `phone`.
async fn prove(backend: &TestBackend, phone: &str) -> CodeOutcome {
    let holder = backend.client();
    let request = PhoneRelease {
        phone: phone.to_owned(),
    };
    let challenge: Challenge = holder
        .post(&endpoints::POST_PHONE_RELEASE, &[], &request)
        .await
        .json();
    assert_eq!(challenge.purpose, ChallengePurpose::PhoneRelease);
    let code = backend.last_code(phone).await;
    holder.submit_code(&challenge.id, &code).await.json()
}

async fn release_due(backend: &TestBackend) -> usize {
    accounts::release_due_phones(&backend.state).await.unwrap()
}

async fn register_hoa(backend: &TestBackend) -> TestResponse {
    let client = backend.client();
    client.post_registration("Hoa", "045190000099", PHONE).await
}

#[tokio::test]
async fn a_phones_new_holder_registers_after_two_weeks_and_both_are_told() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let outcome = prove(&backend, PHONE).await;
    let CodeOutcome::PhoneLeaves { leaves_on } = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(leaves_on.0, "2026-12-06");
    let started = backend.wait_for_messages(PHONE, 3).await.pop().unwrap();
    assert!(started.contains("06/12/2026"), "{started}");
    let shown = lan.get_session().await.unwrap().account;
    assert_eq!(shown.phone_leaves_on, Some(leaves_on.clone()));
    assert_eq!(shown.phone.as_deref(), Some(PHONE));

    backend.advance_clock(TWO_WEEKS - 1);
    assert_eq!(release_due(&backend).await, 0);
    backend.advance_clock(1);
    assert_eq!(release_due(&backend).await, 1);
    let ended = backend.messages(PHONE).await.pop().unwrap();
    assert!(ended.starts_with("Số này đã rời"), "{ended}");
    assert_eq!(release_due(&backend).await, 0, "it leaves once");

    // The new holder has an account of their own, and the old one keeps what it had.
    let hoa = backend.register_citizen("Hoa", "045190000099", PHONE).await;
    let hoas: Session = hoa.get_session().await.unwrap();
    assert_eq!(hoas.account.phone_leaves_on, None);
    assert_eq!(backend.count_rows("drafts").await, 1, "{}", draft.id);
    assert_eq!(
        backend
            .count_rows("accounts WHERE citizen_id = '045190000001' AND phone IS NULL")
            .await,
        1
    );
}

#[tokio::test]
async fn an_owner_who_signs_in_with_the_phone_keeps_it() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    prove(&backend, PHONE).await;
    backend.advance_clock(TWO_WEEKS - 60);
    let lan = backend.sign_in(PHONE).await;
    let kept = backend.wait_for_messages(PHONE, 5).await.pop().unwrap();
    assert!(kept.starts_with("Số này vẫn thuộc"), "{kept}");
    let shown = lan.get_session().await.unwrap().account;
    assert_eq!(shown.phone_leaves_on, None);
    backend.advance_clock(TWO_WEEKS);
    assert_eq!(release_due(&backend).await, 0);
    assert_eq!(register_hoa(&backend).await.status, 201);
    let notice = backend.messages(PHONE).await.pop().unwrap();
    assert!(notice.starts_with("Số này đã có tài khoản"), "{notice}");
}

#[tokio::test]
async fn a_repeated_proof_neither_prolongs_nor_shortens_the_waiting_time() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let first = prove(&backend, PHONE).await;
    backend.advance_clock(10 * 24 * 3600);
    assert_eq!(prove(&backend, PHONE).await, first);
    backend.advance_clock(4 * 24 * 3600);
    assert_eq!(release_due(&backend).await, 1);
}

#[tokio::test]
async fn a_phone_without_an_account_is_free_and_a_wrong_code_releases_nothing() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    assert_eq!(prove(&backend, "0977777777").await, CodeOutcome::PhoneFree);
    let stranger = backend.client();
    let request = PhoneRelease {
        phone: PHONE.to_owned(),
    };
    let challenge: Challenge = stranger
        .post(&endpoints::POST_PHONE_RELEASE, &[], &request)
        .await
        .json();
    let code = backend.last_code(PHONE).await;
    let guess = if code == "000000" { "000001" } else { "000000" };
    stranger
        .submit_code(&challenge.id, guess)
        .await
        .assert_problem(403, ProblemCode::WrongCode);
    assert_eq!(backend.count_rows("phone_releases").await, 0);
    let malformed = PhoneRelease {
        phone: "912 345 678".to_owned(),
    };
    let refused = stranger
        .post(&endpoints::POST_PHONE_RELEASE, &[], &malformed)
        .await;
    refused.assert_problem(422, ProblemCode::InvalidAnswers);
}

#[tokio::test]
async fn an_owner_who_changes_the_phone_meanwhile_keeps_the_new_one() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    prove(&backend, PHONE).await;
    let moved = backend.state.store.run(|transaction| {
        transaction.execute("UPDATE accounts SET phone = '0977777777'", [])?;
        Ok(())
    });
    moved.await.unwrap();
    backend.advance_clock(TWO_WEEKS);
    assert_eq!(release_due(&backend).await, 0);
    assert_eq!(backend.count_rows("phone_releases").await, 0);
    let started = backend.client().post_sign_in("0977777777", PASSWORD).await;
    assert_eq!(started.status, 201);
}

#[tokio::test]
async fn the_counter_releases_a_phone_at_once() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let released = accounts::release_phone_now(&backend.state, PHONE).await;
    assert_eq!(released.unwrap(), 1);
    let shown = lan.get_session().await.unwrap().account;
    assert_eq!(shown.phone, None);
    assert_eq!(shown.phone_leaves_on.unwrap().0, "2026-11-22");
    assert_eq!(register_hoa(&backend).await.status, 201);
    let code = backend.messages(PHONE).await.pop().unwrap();
    assert!(code.starts_with("Mã Một Cửa"), "{code}");
    let none = accounts::release_phone_now(&backend.state, "0977777777").await;
    assert_eq!(none.unwrap(), 0);
    assert!(
        accounts::release_phone_now(&backend.state, "0912 345 678")
            .await
            .is_err()
    );
}
