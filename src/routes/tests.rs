//! Addresses are read as they were printed, and none leads out of the app.

use super::*;

#[test]
fn an_address_is_read_as_it_was_printed() {
    let steps = [
        DraftStep::Agency,
        DraftStep::Form(3),
        DraftStep::Declarations,
        DraftStep::Attachments,
        DraftStep::Delivery,
        DraftStep::Review,
    ];
    for step in steps {
        let read = read(&draft("d-7", step));
        let expected = FilingAddress::Draft("d-7".to_owned(), step);
        assert_eq!(read, Address::Filing(expected));
    }
    let code = "H50.19.624-261122-0001";
    let account = |address| Address::Account(address);
    let own = |address| Address::Account(AccountAddress::Own(address));
    let filing = |address| Address::Filing(address);
    for (printed, expected) in [
        (home(), Address::Home),
        (register(), account(AccountAddress::Register)),
        (register_phone(), account(AccountAddress::RegisterPhone)),
        (
            new_password("c-1"),
            account(AccountAddress::NewPassword("c-1".to_owned())),
        ),
        (
            super::code("c-1"),
            account(AccountAddress::Code("c-1".to_owned())),
        ),
        (sign_in(""), account(AccountAddress::SignIn)),
        (
            forgotten_password(),
            account(AccountAddress::ForgottenPassword),
        ),
        (
            reset_password("c-1"),
            account(AccountAddress::ResetPassword("c-1".to_owned())),
        ),
        (super::account(""), own(OwnAddress::Account)),
        (change_password(), own(OwnAddress::Password)),
        (change_phone(), own(OwnAddress::Phone)),
        (devices(), own(OwnAddress::Devices)),
        (consents(), own(OwnAddress::Consents)),
        (account_data(), own(OwnAddress::Data)),
        (close_account(), own(OwnAddress::Close)),
        (account_closed(), account(AccountAddress::Closed)),
        (procedures(""), Address::Find(FindAddress::Procedures)),
        (
            procedure("1.001193"),
            Address::Find(FindAddress::Procedure("1.001193".to_owned())),
        ),
        (
            prepare("1.001193"),
            Address::Find(FindAddress::Prepare("1.001193".to_owned())),
        ),
        (groups(), Address::Find(FindAddress::Groups)),
        (look_up(), Address::Find(FindAddress::LookUp)),
        (feedback(), Address::Find(FindAddress::Feedback)),
        (
            file("1.001193"),
            filing(FilingAddress::File("1.001193".to_owned())),
        ),
        (
            dossier(code),
            Address::Following(FollowingAddress::Dossier(code.to_owned())),
        ),
        (
            receipt(code),
            filing(FilingAddress::Receipt(code.to_owned())),
        ),
    ] {
        assert_eq!(read(&printed), expected, "{printed}");
    }
}

#[test]
fn what_no_page_stands_at_is_missing() {
    for path in [
        "/nowhere",
        "/drafts/d-7",
        "/drafts/d-7/form/two",
        "/dossiers/a/b",
        "/account/nothing",
        "/procedures/1.001193/prepare/now",
    ] {
        assert_eq!(read(path), Address::Missing, "{path}");
    }
}

#[test]
fn after_signing_in_nobody_is_led_to_another_site() {
    for evil in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:x",
        "",
    ] {
        assert_eq!(safe_next(Some(evil)), "/dossiers?tab=new", "{evil}");
    }
    assert_eq!(safe_next(Some("/drafts/7/review")), "/drafts/7/review");
}
