//! The address in a window's path, read. Every text has one: what no page stands at is `Missing`.

use super::base;

/// An address, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The first screen.
    Home,
    /// Everything else that anyone may open.
    Find(FindAddress),
    /// Registering, signing in and the account.
    Account(AccountAddress),
    /// Filling, attaching and sending a dossier, for a signed-in citizen.
    Filing(FilingAddress),
    /// Following what was sent, for a signed-in citizen.
    Following(FollowingAddress),
    /// The gallery of the design system; a release has none.
    Gallery,
    /// Nothing is there.
    Missing,
}

/// An address that anyone may open: finding a procedure and preparing for it, looking up a dossier, writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindAddress {
    /// All procedures.
    Procedures,
    /// «Chi tiết» of a procedure, by its code.
    Procedure(String),
    /// «Chuẩn bị hồ sơ» of a procedure, by its code.
    Prepare(String),
    /// The groups of procedures.
    Groups,
    /// «Tra cứu hồ sơ».
    LookUp,
    /// «Góp ý».
    Feedback,
}

/// An address of registering, signing in and the account.
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
    /// Begin anew after a forgotten password.
    ForgottenPassword,
    /// The password that takes the place of a forgotten one, by its challenge.
    ResetPassword(String),
    /// «Tài khoản của tôi», for a signed-in citizen.
    Own(OwnAddress),
    /// The account is closed.
    Closed,
}

/// An address of «Tài khoản của tôi».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAddress {
    /// What the account is, and the ways to change it.
    Account,
    /// Change the password.
    Password,
    /// Change the phone.
    Phone,
    /// Devices that are signed in.
    Devices,
    /// Consent given and withdrawn.
    Consents,
    /// «Dữ liệu của tôi».
    Data,
    /// Close the account.
    Close,
}

/// An address of filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilingAddress {
    /// Begin a draft of a procedure, by its code.
    File(String),
    /// A step of a draft, by its id.
    Draft(String, DraftStep),
    /// The receipt of a dossier, by its code.
    Receipt(String),
}

/// An address of following what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowingAddress {
    /// «Hồ sơ của tôi».
    Dossiers,
    /// One dossier, by its code.
    Dossier(String),
}

/// A step of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// Choose another agency.
    Agency,
    /// A page of the form, from 1.
    Form(usize),
    /// Read over the declarations made from the answers.
    Declarations,
    /// Attach a file to each component.
    Attachments,
    /// How to receive the result.
    Delivery,
    /// Look at the whole once more, then «Gửi hồ sơ».
    Review,
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
        ["procedures", code, "prepare"] => Address::Find(FindAddress::Prepare(id(code))),
        ["groups"] => Address::Find(FindAddress::Groups),
        ["lookup"] => Address::Find(FindAddress::LookUp),
        ["feedback"] => Address::Find(FindAddress::Feedback),
        ["procedures", code, "file"] => Address::Filing(FilingAddress::File(id(code))),
        ["register"] => Address::Account(AccountAddress::Register),
        ["register", "phone"] => Address::Account(AccountAddress::RegisterPhone),
        ["register", "password", challenge] => {
            Address::Account(AccountAddress::NewPassword(id(challenge)))
        }
        ["code", challenge] => Address::Account(AccountAddress::Code(id(challenge))),
        ["sign-in"] => Address::Account(AccountAddress::SignIn),
        ["forgotten-password"] => Address::Account(AccountAddress::ForgottenPassword),
        ["forgotten-password", challenge] => {
            Address::Account(AccountAddress::ResetPassword(id(challenge)))
        }
        ["account", "closed"] => Address::Account(AccountAddress::Closed),
        ["account", page @ ..] => match read_own(page) {
            Some(page) => Address::Account(AccountAddress::Own(page)),
            None => Address::Missing,
        },
        ["drafts", draft, step @ ..] => match read_step(step) {
            Some(step) => Address::Filing(FilingAddress::Draft(id(draft), step)),
            None => Address::Missing,
        },
        ["dossiers"] => Address::Following(FollowingAddress::Dossiers),
        ["dossiers", code] => Address::Following(FollowingAddress::Dossier(id(code))),
        ["dossiers", code, "receipt"] => Address::Filing(FilingAddress::Receipt(id(code))),
        _ => Address::Missing,
    }
}

fn read_own(parts: &[&str]) -> Option<OwnAddress> {
    match parts {
        [] => Some(OwnAddress::Account),
        ["password"] => Some(OwnAddress::Password),
        ["phone"] => Some(OwnAddress::Phone),
        ["devices"] => Some(OwnAddress::Devices),
        ["consents"] => Some(OwnAddress::Consents),
        ["data"] => Some(OwnAddress::Data),
        ["close"] => Some(OwnAddress::Close),
        _ => None,
    }
}

fn read_step(parts: &[&str]) -> Option<DraftStep> {
    match parts {
        ["agency"] => Some(DraftStep::Agency),
        ["form", page] => page.parse().ok().map(DraftStep::Form),
        ["declarations"] => Some(DraftStep::Declarations),
        ["attachments"] => Some(DraftStep::Attachments),
        ["delivery"] => Some(DraftStep::Delivery),
        ["review"] => Some(DraftStep::Review),
        _ => None,
    }
}
