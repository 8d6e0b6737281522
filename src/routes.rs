//! Every address of the app, printed and read. Nobody else writes one or takes one apart.

use std::sync::OnceLock;

static BASE: OnceLock<String> = OnceLock::new();

/// Sets the sub-path the app is served under, from `<base href>`; called once, before anything is drawn.
pub fn serve_under(base: &str) {
    // A second call would change addresses already drawn, so the first one stays.
    drop(BASE.set(base.trim_end_matches('/').to_owned()));
}

/// The sub-path without a slash at its end; empty at the root.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

fn path(parts: &[&str]) -> String {
    let mut path = base().to_owned();
    for part in parts {
        path.push_str(part);
    }
    path
}

/// An address, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The first screen.
    Home,
    /// Searching and reading procedures.
    Find(FindAddress),
    /// Registering and signing in.
    Account(AccountAddress),
    /// Everything that needs a signed-in citizen.
    Filing(FilingAddress),
    /// The gallery of the design system; a release has none.
    Gallery,
    /// Nothing is there.
    Missing,
}

/// An address of searching and reading procedures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindAddress {
    /// All procedures.
    Procedures,
    /// «Chi tiết» of a procedure, by its code.
    Procedure(String),
}

/// An address of registering and signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountAddress {
    /// Choose how to register.
    Register,
    /// The registration slip.
    RegisterPhone,
    /// The password that ends a registration, by its challenge.
    NewPassword(String),
    /// The one-time code of a challenge.
    Code(String),
    /// Sign in.
    SignIn,
}

/// An address of filing and following.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilingAddress {
    /// Begin a draft of a procedure, by its code.
    File(String),
    /// A step of a draft, by its id.
    Draft(String, DraftStep),
    /// «Hồ sơ của tôi».
    Dossiers,
    /// One dossier, by its code.
    Dossier(String),
    /// The receipt of a dossier, by its code.
    Receipt(String),
}

/// The address in a window's path.
pub fn read(path: &str) -> Address {
    let inside = path.strip_prefix(base()).unwrap_or(path);
    let parts: Vec<&str> = inside.split('/').filter(|part| !part.is_empty()).collect();
    let id = |part: &str| part.to_owned();
    match parts.as_slice() {
        [] => Address::Home,
        ["gallery"] => Address::Gallery,
        ["procedures"] => Address::Find(FindAddress::Procedures),
        ["procedures", code] => Address::Find(FindAddress::Procedure(id(code))),
        ["procedures", code, "file"] => Address::Filing(FilingAddress::File(id(code))),
        ["register"] => Address::Account(AccountAddress::Register),
        ["register", "phone"] => Address::Account(AccountAddress::RegisterPhone),
        ["register", "password", challenge] => {
            Address::Account(AccountAddress::NewPassword(id(challenge)))
        }
        ["code", challenge] => Address::Account(AccountAddress::Code(id(challenge))),
        ["sign-in"] => Address::Account(AccountAddress::SignIn),
        ["drafts", draft, step @ ..] => match read_step(step) {
            Some(step) => Address::Filing(FilingAddress::Draft(id(draft), step)),
            None => Address::Missing,
        },
        ["dossiers"] => Address::Filing(FilingAddress::Dossiers),
        ["dossiers", code] => Address::Filing(FilingAddress::Dossier(id(code))),
        ["dossiers", code, "receipt"] => Address::Filing(FilingAddress::Receipt(id(code))),
        _ => Address::Missing,
    }
}

fn read_step(parts: &[&str]) -> Option<DraftStep> {
    match parts {
        ["agency"] => Some(DraftStep::Agency),
        ["form", page] => page.parse().ok().map(DraftStep::Form),
        ["attachments"] => Some(DraftStep::Attachments),
        ["delivery"] => Some(DraftStep::Delivery),
        ["review"] => Some(DraftStep::Review),
        _ => None,
    }
}

/// The first screen.
pub fn home() -> String {
    path(&["/"])
}

/// Choose how to register.
pub fn register() -> String {
    path(&["/register"])
}

/// The registration slip of «Thuê bao di động».
pub fn register_phone() -> String {
    path(&["/register/phone"])
}

/// Sign in.
pub fn sign_in() -> String {
    path(&["/sign-in"])
}

/// Sign in, then go on to `next`, a path of this app.
pub fn sign_in_then(next: &str) -> String {
    path(&["/sign-in?next=", next])
}

/// The one-time code of a challenge.
pub fn code(challenge: &str) -> String {
    path(&["/code/", challenge])
}

/// The password that ends a registration.
pub fn new_password(challenge: &str) -> String {
    path(&["/register/password/", challenge])
}

/// All procedures, searched and filtered; the query text begins with `?` or is empty.
pub fn procedures(query: &str) -> String {
    path(&["/procedures", query])
}

/// «Chi tiết» of a procedure.
pub fn procedure(code: &str) -> String {
    path(&["/procedures/", code])
}

/// «Nộp hồ sơ»: choose the agency and begin a draft.
pub fn file(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/file"])
}

/// A step of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// Choose another agency.
    Agency,
    /// A page of the form, from 1.
    Form(usize),
    /// Attach a file to each component.
    Attachments,
    /// How to receive the result.
    Delivery,
    /// Review everything, then «Gửi hồ sơ».
    Review,
}

/// A step of a draft.
pub fn draft(id: &str, step: DraftStep) -> String {
    let page;
    let step = match step {
        DraftStep::Agency => "agency",
        DraftStep::Form(number) => {
            page = path_of_form(number);
            &page
        }
        DraftStep::Attachments => "attachments",
        DraftStep::Delivery => "delivery",
        DraftStep::Review => "review",
    };
    path(&["/drafts/", id, "/", step])
}

fn path_of_form(page: usize) -> String {
    "form/".to_owned() + &page.to_string()
}

/// A step of a draft from which «Tiếp tục» leads back to the review.
pub fn draft_from_review(id: &str, step: DraftStep) -> String {
    draft(id, step) + "?from=review"
}

/// A tab of «Hồ sơ của tôi».
pub fn dossiers(tab: &str, page: u32) -> String {
    let page = page.max(1).to_string();
    match page.as_str() {
        "1" => path(&["/dossiers?tab=", tab]),
        _ => path(&["/dossiers?tab=", tab, "&page=", &page]),
    }
}

/// One dossier.
pub fn dossier(code: &str) -> String {
    path(&["/dossiers/", code])
}

/// The receipt of a dossier.
pub fn receipt(code: &str) -> String {
    path(&["/dossiers/", code, "/receipt"])
}

/// A path to go on to after signing in; anything that could leave the app becomes «Hồ sơ của tôi».
pub fn safe_next(next: Option<&str>) -> String {
    match next {
        Some(path)
            if path.starts_with('/')
                && !path.starts_with("//")
                && !path.contains(['\\', ':', '\n', '\r', '\t']) =>
        {
            path.to_owned()
        }
        _ => dossiers("new", 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_printed() {
        let steps = [
            DraftStep::Agency,
            DraftStep::Form(3),
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
            (sign_in(), account(AccountAddress::SignIn)),
            (procedures(""), Address::Find(FindAddress::Procedures)),
            (
                procedure("1.001193"),
                Address::Find(FindAddress::Procedure("1.001193".to_owned())),
            ),
            (
                file("1.001193"),
                filing(FilingAddress::File("1.001193".to_owned())),
            ),
            (
                dossier(code),
                filing(FilingAddress::Dossier(code.to_owned())),
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
}
