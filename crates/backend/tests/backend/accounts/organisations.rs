//! Accounts of organisations and enterprises (R2.7). The representative of an organisation may have a personal account
//! as well.

use contract::account::{AccountKind, Organisation, PasswordReset, Registration, SignIn};
use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{PASSWORD, TestBackend, TestClient, TestResponse, all_consents};

const PHONE: &str = "0912345678";
const TAX_CODE: &str = "0100000001";

fn organisation(tax_code: &str) -> Organisation {
    Organisation {
        name: "Công ty TNHH Thử Nghiệm".to_owned(),
        tax_code: tax_code.to_owned(),
        position: "Giám đốc".to_owned(),
    }
}

async fn register(client: &TestClient, organisation: Organisation, phone: &str) -> TestResponse {
    let form = Registration {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190000001".to_owned(),
        birth_date: None,
        phone: phone.to_owned(),
        organisation: Some(organisation),
        consents: all_consents(),
    };
    client.post(&endpoints::POST_REGISTRATION, &[], &form).await
}

async fn register_and_sign_in(backend: &TestBackend) -> TestClient {
    let client = backend.client();
    let challenge: Challenge = register(&client, organisation(TAX_CODE), PHONE)
        .await
        .json();
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    let response = client.set_password(&challenge.id, PASSWORD).await;
    assert_eq!(response.status, 201, "{}", response.text());
    client
}

async fn sign_in(client: &TestClient, kind: AccountKind, identifier: &str) -> TestResponse {
    let sign_in = SignIn {
        kind,
        identifier: identifier.to_owned(),
        password: PASSWORD.to_owned(),
    };
    client.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await
}

#[tokio::test]
async fn an_organisation_registers_and_signs_in_with_its_tax_code() {
    let backend = TestBackend::start();
    let session: Session = register_and_sign_in(&backend)
        .await
        .get_session()
        .await
        .unwrap();
    assert_eq!(session.account.name, "Nguyễn Thị Lan");
    assert_eq!(session.account.organisation, Some(organisation(TAX_CODE)));
    let client = backend.client();
    let response = sign_in(&client, AccountKind::Organisation, TAX_CODE).await;
    let challenge: Challenge = response.json();
    let code = backend.last_code(PHONE).await;
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    assert!(matches!(outcome, CodeOutcome::SignedIn { .. }));
}

#[tokio::test]
async fn one_person_can_have_a_personal_account_and_an_organisations() {
    let backend = TestBackend::start();
    let organisations = register_and_sign_in(&backend)
        .await
        .get_session()
        .await
        .unwrap();
    let own = backend.register_lan().await.get_session().await.unwrap();
    assert_eq!(own.account.organisation, None);
    assert_eq!(own.account.citizen_id, organisations.account.citizen_id);
    backend.advance_clock(600);
    for (kind, identifier, is_organisation) in [
        (AccountKind::Citizen, PHONE, false),
        (AccountKind::Organisation, TAX_CODE, true),
    ] {
        let client = backend.client();
        let challenge: Challenge = sign_in(&client, kind, identifier).await.json();
        let code = backend.last_code(PHONE).await;
        client.submit_code(&challenge.id, &code).await;
        let account = client.get_session().await.unwrap().account;
        assert_eq!(account.organisation.is_some(), is_organisation);
    }
}

#[tokio::test]
async fn an_organisations_account_is_not_found_by_its_representatives_identifiers() {
    let backend = TestBackend::start();
    register_and_sign_in(&backend).await;
    let client = backend.client();
    for identifier in [PHONE, "045190000001"] {
        sign_in(&client, AccountKind::Citizen, identifier)
            .await
            .assert_problem(403, ProblemCode::WrongCredentials);
    }
}

#[tokio::test]
async fn only_the_phone_of_the_account_learns_that_a_tax_code_is_registered() {
    let backend = TestBackend::start();
    register_and_sign_in(&backend).await;
    let stranger = backend.client();
    let fresh: Challenge = register(&stranger, organisation("0100000002"), "0922222222")
        .await
        .json();
    let taken: Challenge = register(&stranger, organisation(TAX_CODE), "0933333333")
        .await
        .json();
    assert_eq!(
        (fresh.purpose, fresh.tries_left),
        (taken.purpose, taken.tries_left)
    );
    let notice = backend.messages("0933333333").await.pop().unwrap();
    assert!(notice.starts_with("Chưa đăng ký được Một Cửa"));
    let warning = backend.wait_for_messages(PHONE, 2).await.pop().unwrap();
    assert!(warning.contains("mã số thuế của tổ chức bạn"), "{warning}");
    register(&stranger, organisation(TAX_CODE), PHONE).await;
    let notice = backend.messages(PHONE).await.pop().unwrap();
    assert!(notice.starts_with("Tổ chức vừa đăng ký Một Cửa đã có tài khoản"));
    assert!(!notice.contains('#'));
}

#[tokio::test]
async fn an_organisation_resets_its_password_with_its_tax_code() {
    let backend = TestBackend::start();
    register_and_sign_in(&backend).await;
    let client = backend.client();
    let reset = PasswordReset {
        kind: AccountKind::Organisation,
        identifier: TAX_CODE.to_owned(),
        phone: PHONE.to_owned(),
    };
    let response = client
        .post(&endpoints::POST_PASSWORD_RESET, &[], &reset)
        .await;
    let challenge: Challenge = response.json();
    let code = backend.wait_for_code(PHONE, 2).await;
    client.submit_code(&challenge.id, &code).await;
    client
        .set_password(&challenge.id, "một mật khẩu khác")
        .await;
    let account = client.get_session().await.unwrap().account;
    assert_eq!(account.organisation, Some(organisation(TAX_CODE)));
}

#[tokio::test]
async fn rejects_invalid_organisation_details_with_a_pointer_to_the_property() {
    let backend = TestBackend::start();
    let client = backend.client();
    let organisation_of = |name: &str, tax_code: &str, position: &str| Organisation {
        name: name.to_owned(),
        tax_code: tax_code.to_owned(),
        position: position.to_owned(),
    };
    let long = "ă".repeat(201);
    for (invalid, pointer) in [
        (
            organisation_of("", TAX_CODE, "Giám đốc"),
            "/organisation/name",
        ),
        (
            organisation_of("\u{200B} ", TAX_CODE, "Giám đốc"),
            "/organisation/name",
        ),
        (
            organisation_of(&long, TAX_CODE, "Giám đốc"),
            "/organisation/name",
        ),
        (
            organisation_of("A", "", "Giám đốc"),
            "/organisation/tax_code",
        ),
        (
            organisation_of("A", "010000000", "Giám đốc"),
            "/organisation/tax_code",
        ),
        (
            organisation_of("A", "0100000001001", "Giám đốc"),
            "/organisation/tax_code",
        ),
        (
            organisation_of("A", "01 00000001", "Giám đốc"),
            "/organisation/tax_code",
        ),
        (
            organisation_of("A", TAX_CODE, " "),
            "/organisation/position",
        ),
        (
            organisation_of("A", TAX_CODE, &long),
            "/organisation/position",
        ),
    ] {
        let problem = register(&client, invalid, PHONE)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
    for identifier in ["045190000001", "0100000001001", ""] {
        let problem = sign_in(&client, AccountKind::Organisation, identifier)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/identifier"));
    }
    assert!(backend.messages(PHONE).await.is_empty());
}
