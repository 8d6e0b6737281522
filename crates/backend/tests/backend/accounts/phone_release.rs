//! A phone that the operator gave to somebody new leaves the account of its former owner, unless the owner still uses it.

use backend::accounts;
use contract::account::{Organisation, PhoneChange, PhoneRelease, Registration};
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse, all_consents};

const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0977777777";
const DAY: i64 = 24 * 3600;

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

    backend.pass_days(13).await;
    backend.advance_clock(DAY - 1);
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
    backend.pass_days(13).await;
    let lan = backend.sign_in(PHONE).await;
    let kept = backend.wait_for_messages(PHONE, 5).await.pop().unwrap();
    assert!(kept.starts_with("Số này vẫn thuộc"), "{kept}");
    let shown = lan.get_session().await.unwrap().account;
    assert_eq!(shown.phone_leaves_on, None);
    backend.pass_days(14).await;
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
    backend.pass_days(10).await;
    assert_eq!(prove(&backend, PHONE).await, first);
    backend.pass_days(4).await;
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
    let lan = backend.register_lan().await;
    prove(&backend, PHONE).await;
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let started = lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change).await;
    let challenge: Challenge = started.json();
    let code = backend.last_code(NEW_PHONE).await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    let CodeOutcome::PhoneChanged { account } = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(account.phone_leaves_on, None);
    backend.pass_days(14).await;
    assert_eq!(release_due(&backend).await, 0);
    assert_eq!(backend.count_rows("phone_releases").await, 0);
    let started = backend.client().post_sign_in(NEW_PHONE, PASSWORD).await;
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

#[tokio::test]
async fn a_clock_that_jumps_or_a_backend_that_was_stopped_takes_no_phone_for_a_week() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    prove(&backend, PHONE).await;
    backend.pass_days(8).await;
    backend.advance_clock(14 * DAY);
    assert_eq!(release_due(&backend).await, 0);
    backend.pass_days(6).await;
    assert_eq!(release_due(&backend).await, 0);
    // The owner still has time to keep the phone.
    let lan = backend.sign_in(PHONE).await;
    let shown = lan.get_session().await.unwrap().account;
    assert_eq!(shown.phone_leaves_on, None);
    prove(&backend, PHONE).await;
    backend.pass_days(14).await;
    assert_eq!(release_due(&backend).await, 1, "a clock that runs steadily");
}

#[tokio::test]
async fn the_counter_releases_no_phone_but_the_one_it_names() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.register_binh().await;
    prove(&backend, "0987654321").await;
    backend.pass_days(14).await;
    let released = accounts::release_phone_now(&backend.state, PHONE).await;
    assert_eq!(released.unwrap(), 1);
    assert_eq!(lan.get_session().await, None);
    assert_eq!(
        backend
            .count_rows("accounts WHERE phone = '0987654321'")
            .await,
        1
    );
    assert_eq!(release_due(&backend).await, 1);
}

/// Registers an organisation whose representative has the same phone as Lan.
async fn register_organisation(backend: &TestBackend) -> TestClient {
    let client = backend.client();
    let form = Registration {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190000001".to_owned(),
        birth_date: None,
        phone: PHONE.to_owned(),
        organisation: Some(Organisation {
            name: "Công ty TNHH Thử Nghiệm".to_owned(),
            tax_code: "0100000001".to_owned(),
            position: "Giám đốc".to_owned(),
        }),
        consents: all_consents(),
    };
    let started = client.post(&endpoints::POST_REGISTRATION, &[], &form).await;
    let challenge: Challenge = started.json();
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    let set = client.set_password(&challenge.id, PASSWORD).await;
    assert_eq!(set.status, 201, "{}", set.text());
    client
}

#[tokio::test]
async fn an_owner_who_signs_in_keeps_the_phone_for_their_organisation_too() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let organisation = register_organisation(&backend).await;
    backend.advance_clock(600);
    prove(&backend, PHONE).await;
    let shown = organisation.get_session().await.unwrap().account;
    assert!(shown.phone_leaves_on.is_some());
    backend.advance_clock(600);
    backend.sign_in(PHONE).await;
    let shown = organisation.get_session().await.unwrap().account;
    assert_eq!(shown.phone_leaves_on, None);
    backend.pass_days(14).await;
    assert_eq!(release_due(&backend).await, 0);
}

#[tokio::test]
async fn an_account_that_an_operator_gave_a_new_phone_shows_no_day_on_which_it_leaves() {
    for has_left in [true, false] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        match has_left {
            true => drop(accounts::release_phone_now(&backend.state, PHONE).await),
            false => drop(prove(&backend, PHONE).await),
        }
        let shown = lan.get_session().await.unwrap().account;
        assert!(shown.phone_leaves_on.is_some());
        let given = backend.state.store.run(|transaction| {
            Ok(transaction.execute("UPDATE accounts SET phone = ?1", [NEW_PHONE])?)
        });
        given.await.unwrap();
        let shown = lan.get_session().await.unwrap().account;
        assert_eq!(shown.phone_leaves_on, None);
        release_due(&backend).await;
        assert_eq!(backend.count_rows("phone_releases").await, 0);
    }
}
