//! Tests that parsing a formatted route returns the same route, and that no route leads to another site.

use super::*;

#[test]
fn parses_each_path_that_it_prints() {
    let steps = [
        DraftStep::Agency,
        DraftStep::Form(3),
        DraftStep::Declarations,
        DraftStep::Attachments,
        DraftStep::Delivery,
        DraftStep::Review,
    ];
    for step in steps {
        let parsed = parse_path(&draft("d-7", step));
        let expected = FilingRoute::Draft("d-7".to_owned(), step);
        assert_eq!(parsed, Route::Filing(expected));
    }
    let code = "H50.19.624-261122-0001";
    let identity = |route| Route::Identity(route);
    let account = |route| Route::Identity(IdentityRoute::Account(route));
    let filing = |route| Route::Filing(route);
    for (printed, expected) in [
        (home(), Route::Home),
        (register(), identity(IdentityRoute::Register)),
        (register_phone(), identity(IdentityRoute::RegisterPhone)),
        (
            new_password("c-1"),
            identity(IdentityRoute::NewPassword("c-1".to_owned())),
        ),
        (
            enter_code("c-1"),
            identity(IdentityRoute::Code("c-1".to_owned())),
        ),
        (sign_in(""), identity(IdentityRoute::SignIn)),
        (
            forgotten_password(),
            identity(IdentityRoute::ForgottenPassword),
        ),
        (
            reset_password("c-1"),
            identity(IdentityRoute::ResetPassword("c-1".to_owned())),
        ),
        (phone_release(), identity(IdentityRoute::PhoneRelease)),
        (super::account(), account(AccountRoute::Overview)),
        (change_password(), account(AccountRoute::Password)),
        (change_phone(), account(AccountRoute::Phone)),
        (devices(), account(AccountRoute::Devices)),
        (notice_settings(), account(AccountRoute::Notices)),
        (change_email(), account(AccountRoute::Email)),
        (notices(1), Route::Following(notices(1))),
        (consents(), account(AccountRoute::Consents)),
        (account_data(), account(AccountRoute::Data)),
        (close_account(), account(AccountRoute::Close)),
        (account_closed(), identity(IdentityRoute::Closed)),
        (procedures(""), Route::Find(FindRoute::Procedures)),
        (
            procedure("1.001193"),
            Route::Find(FindRoute::Procedure("1.001193".to_owned())),
        ),
        (
            prepare("1.001193"),
            Route::Find(FindRoute::Prepare("1.001193".to_owned())),
        ),
        (groups(), Route::Find(FindRoute::Groups)),
        (look_up_dossier(), Route::Find(FindRoute::LookUp)),
        ("/look-up".to_owned(), Route::Find(FindRoute::LookUp)),
        (feedback(), Route::Find(FindRoute::Feedback)),
        (
            file("1.001193"),
            filing(FilingRoute::File("1.001193".to_owned())),
        ),
        (dossier(code), Route::Following(dossier(code))),
        (
            fee(code, "H50-1-20261122082000"),
            Route::Following(fee(code, "H50-1-20261122082000")),
        ),
        (
            dossier_messages(code),
            Route::Following(dossier_messages(code)),
        ),
        (
            dossier_receipt(code),
            filing(FilingRoute::Receipt(code.to_owned())),
        ),
        (
            supplement(code),
            filing(FilingRoute::Reply(supplement(code))),
        ),
    ] {
        assert_eq!(parse_path(&printed), expected, "{printed}");
    }
}

#[test]
fn parses_an_unknown_path_as_not_found() {
    for path in [
        "/nowhere",
        "/drafts/d-7",
        "/drafts/d-7/form/two",
        "/dossiers/a/b",
        "/account/nothing",
        "/procedures/1.001193/prepare/now",
    ] {
        assert_eq!(parse_path(path), Route::NotFound, "{path}");
    }
}

#[test]
fn never_redirects_to_another_site_after_sign_in() {
    for unsafe_path in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/.//evil.example",
        "/procedures/..//evil.example",
        "/%2e//evil.example",
        "javascript:x",
        "",
    ] {
        assert_eq!(
            safe_next(Some(unsafe_path)),
            "/dossiers?tab=new",
            "{unsafe_path}"
        );
    }
    assert_eq!(safe_next(Some("/drafts/7/review")), "/drafts/7/review");
}

#[test]
fn a_sign_in_ends_on_a_page_that_a_signed_in_citizen_can_use() {
    for useless in [
        "/sign-in",
        "/register/phone",
        "/code/x",
        "/forgotten-password",
        "/account/closed",
        "/api/account/data",
        "/nowhere",
    ] {
        assert_eq!(safe_next(Some(useless)), "/dossiers?tab=new", "{useless}");
    }
    for useful in [
        "/",
        "/account/phone",
        "/procedures?q=a//b",
        "/dossiers/H36.1-261130-0001/receipt",
        "/dossiers/H36.1-261130-0001/supplement",
        "/dossiers/H36.1-261130-0001/reply/payment_proof/f-1",
    ] {
        assert_eq!(safe_next(Some(useful)), useful);
    }
}
