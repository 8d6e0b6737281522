//! Accounts of organisations and enterprises (R2.7), beside the account of the person who represents them.

use contract::account::{AccountKind, Organisation, PasswordReset, Registration, SignIn};
use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Session;

use crate::kit::{Answer, Backend, PASSWORD, Visitor, consents};

const PHONE: &str = "0912345678";
const TAX_CODE: &str = "0100000001";

fn organisation(tax_code: &str) -> Organisation {
    Organisation {
        name: "Công ty TNHH Thử Nghiệm".to_owned(),
        tax_code: tax_code.to_owned(),
        position: "Giám đốc".to_owned(),
    }
}

async fn register(visitor: &Visitor, organisation: Organisation, phone: &str) -> Answer {
    let slip = Registration {
        name: "Nguyễn Thị Lan".to_owned(),
        citizen_id: "045190000001".to_owned(),
        birth_date: None,
        phone: phone.to_owned(),
        organisation: Some(organisation),
        consents: consents(),
    };
    visitor
        .post(&endpoints::POST_REGISTRATION, &[], &slip)
        .await
}

async fn registered(backend: &Backend) -> Visitor {
    let visitor = backend.visitor();
    let challenge: Challenge = register(&visitor, organisation(TAX_CODE), PHONE)
        .await
        .body();
    let code = backend.last_code(PHONE).await;
    visitor.answer(&challenge.id, &code).await;
    let answer = visitor.choose_password(&challenge.id, PASSWORD).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    visitor
}

async fn sign_in(visitor: &Visitor, kind: AccountKind, identifier: &str) -> Answer {
    let sign_in = SignIn {
        kind,
        identifier: identifier.to_owned(),
        password: PASSWORD.to_owned(),
    };
    visitor.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await
}

#[tokio::test]
async fn an_organisation_registers_with_its_tax_code_and_signs_in_with_it() {
    let backend = Backend::start();
    let session: Session = registered(&backend).await.session().await.unwrap();
    assert_eq!(session.account.name, "Nguyễn Thị Lan");
    assert_eq!(session.account.organisation, Some(organisation(TAX_CODE)));
    let visitor = backend.visitor();
    let answer = sign_in(&visitor, AccountKind::Organisation, TAX_CODE).await;
    let challenge: Challenge = answer.body();
    let code = backend.last_code(PHONE).await;
    let outcome: CodeOutcome = visitor.answer(&challenge.id, &code).await.body();
    assert!(matches!(outcome, CodeOutcome::SignedIn { .. }));
}

#[tokio::test]
async fn one_person_may_have_an_account_of_their_own_beside_the_organisations() {
    let backend = Backend::start();
    let theirs = registered(&backend).await.session().await.unwrap();
    let own = backend.lan().await.session().await.unwrap();
    assert_eq!(own.account.organisation, None);
    assert_eq!(own.account.citizen_id, theirs.account.citizen_id);
    backend.wait(600);
    for (kind, identifier, is_organisation) in [
        (AccountKind::Citizen, PHONE, false),
        (AccountKind::Organisation, TAX_CODE, true),
    ] {
        let visitor = backend.visitor();
        let challenge: Challenge = sign_in(&visitor, kind, identifier).await.body();
        let code = backend.last_code(PHONE).await;
        visitor.answer(&challenge.id, &code).await;
        let account = visitor.session().await.unwrap().account;
        assert_eq!(account.organisation.is_some(), is_organisation);
    }
}

#[tokio::test]
async fn an_organisations_account_is_not_found_by_its_persons_identifiers() {
    let backend = Backend::start();
    registered(&backend).await;
    let visitor = backend.visitor();
    for identifier in [PHONE, "045190000001"] {
        sign_in(&visitor, AccountKind::Citizen, identifier)
            .await
            .refusal(403, ProblemCode::WrongCredentials);
    }
}

#[tokio::test]
async fn a_tax_code_that_is_registered_is_told_to_its_own_phone_alone() {
    let backend = Backend::start();
    registered(&backend).await;
    let stranger = backend.visitor();
    let fresh: Challenge = register(&stranger, organisation("0100000002"), "0922222222")
        .await
        .body();
    let taken: Challenge = register(&stranger, organisation(TAX_CODE), "0933333333")
        .await
        .body();
    assert_eq!(
        (fresh.purpose, fresh.tries_left),
        (taken.purpose, taken.tries_left)
    );
    let told = backend.messages("0933333333").await.pop().unwrap();
    assert!(told.starts_with("Chưa hoàn tất được việc đăng ký"));
    let warning = backend.messages_once(PHONE, 2).await.pop().unwrap();
    assert!(warning.contains("mã số thuế của tổ chức bạn"), "{warning}");
    register(&stranger, organisation(TAX_CODE), PHONE).await;
    let told = backend.messages(PHONE).await.pop().unwrap();
    assert!(told.starts_with("Tổ chức vừa đăng ký Một Cửa đã có tài khoản"));
    assert!(!told.contains('#'));
}

#[tokio::test]
async fn an_organisations_forgotten_password_is_reset_by_its_tax_code() {
    let backend = Backend::start();
    registered(&backend).await;
    let visitor = backend.visitor();
    let asked = PasswordReset {
        kind: AccountKind::Organisation,
        identifier: TAX_CODE.to_owned(),
        phone: PHONE.to_owned(),
    };
    let answer = visitor
        .post(&endpoints::POST_PASSWORD_RESET, &[], &asked)
        .await;
    let challenge: Challenge = answer.body();
    let code = backend.code_once(PHONE, 2).await;
    visitor.answer(&challenge.id, &code).await;
    visitor
        .choose_password(&challenge.id, "một mật khẩu khác")
        .await;
    let account = visitor.session().await.unwrap().account;
    assert_eq!(account.organisation, Some(organisation(TAX_CODE)));
}

#[tokio::test]
async fn what_cannot_be_an_organisation_is_refused_at_its_place() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let of = |name: &str, tax_code: &str, position: &str| Organisation {
        name: name.to_owned(),
        tax_code: tax_code.to_owned(),
        position: position.to_owned(),
    };
    let long = "ă".repeat(201);
    for (refused, pointer) in [
        (of("", TAX_CODE, "Giám đốc"), "/organisation/name"),
        (of("\u{200B} ", TAX_CODE, "Giám đốc"), "/organisation/name"),
        (of(&long, TAX_CODE, "Giám đốc"), "/organisation/name"),
        (of("A", "", "Giám đốc"), "/organisation/tax_code"),
        (of("A", "010000000", "Giám đốc"), "/organisation/tax_code"),
        (
            of("A", "0100000001001", "Giám đốc"),
            "/organisation/tax_code",
        ),
        (of("A", "01 00000001", "Giám đốc"), "/organisation/tax_code"),
        (of("A", TAX_CODE, " "), "/organisation/position"),
        (of("A", TAX_CODE, &long), "/organisation/position"),
    ] {
        let problem = register(&visitor, refused, PHONE)
            .await
            .refusal(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some(pointer));
    }
    for identifier in ["045190000001", "0100000001001", ""] {
        let problem = sign_in(&visitor, AccountKind::Organisation, identifier)
            .await
            .refusal(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/identifier"));
    }
    assert!(backend.messages(PHONE).await.is_empty());
}
