//! The routes as types, and the parser of a path. Every path parses: an unknown one becomes [`Route::NotFound`].

use super::base_path::base_path;

/// A route of the app, with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen.
    Home,
    /// The wing `find`: every other page that needs no sign-in.
    Find(FindRoute),
    /// The wing `identity`: registration, sign-in and the account.
    Identity(IdentityRoute),
    /// The wing `filing`: fills, attaches and sends a dossier. Needs a signed-in citizen.
    Filing(FilingRoute),
    /// The wing `following`: dossiers after they were sent. Needs a signed-in citizen.
    Following(FollowingRoute),
    /// The gallery of the design system. A release build has none.
    Gallery,
    /// No page has this path.
    NotFound,
}

/// A route of the wing `find`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindRoute {
    /// The search of all procedures.
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

/// A route of the wing `identity`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityRoute {
    /// The ways to register.
    Register,
    /// The registration form of «Thuê bao di động».
    RegisterPhone,
    /// Sets the first password after a registration, by the id of its challenge.
    NewPassword(String),
    /// Asks for the one-time code of a challenge, by its id.
    Code(String),
    /// The sign-in page.
    SignIn,
    /// Starts the reset of a forgotten password.
    ForgottenPassword,
    /// Sets the new password after a reset, by the id of its challenge.
    ResetPassword(String),
    /// «Tài khoản của tôi» and the pages below it. They need a signed-in citizen.
    Account(AccountRoute),
    /// Confirms that the account is closed.
    Closed,
}

/// A route of «Tài khoản của tôi».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountRoute {
    /// Shows the account and links to the pages that change it.
    Overview,
    /// Changes the password.
    Password,
    /// Changes the phone.
    Phone,
    /// Lists the signed-in devices.
    Devices,
    /// Lists the consents that were given and withdrawn.
    Consents,
    /// «Dữ liệu của tôi», the export of all personal data.
    Data,
    /// Closes the account.
    Close,
}

/// A route of the wing `filing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilingRoute {
    /// Starts a draft of a procedure, by the procedure's code.
    File(String),
    /// A step of a draft, by the draft's id.
    Draft(String, DraftStep),
    /// The receipt of a dossier, by the dossier's code.
    Receipt(String),
}

/// A route of the wing `following`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowingRoute {
    /// «Hồ sơ của tôi».
    Dossiers,
    /// One dossier, by its code.
    Dossier(String),
}

/// A step of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// Chooses another agency.
    Agency,
    /// A page of the form, counted from 1.
    Form(usize),
    /// Shows the declarations that are made from the answers.
    Declarations,
    /// Attaches a file to each component.
    Attachments,
    /// Chooses how to receive the result.
    Delivery,
    /// Shows everything once more before «Gửi hồ sơ».
    Review,
}

/// A step that shows the answers with a link «Sửa». After the edit, «Tiếp tục» leads back to this step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOrigin {
    /// The declarations.
    Declarations,
    /// The review, the last step.
    Review,
}

impl EditOrigin {
    /// The value of the query parameter `from`.
    pub(super) const fn key(self) -> &'static str {
        match self {
            EditOrigin::Declarations => "declarations",
            EditOrigin::Review => "review",
        }
    }

    /// Parses the query parameter `from`. `None` for an unknown value.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut all = [EditOrigin::Declarations, EditOrigin::Review].into_iter();
        all.find(|origin| origin.key() == key)
    }

    /// The step of the draft.
    pub const fn step(self) -> DraftStep {
        match self {
            EditOrigin::Declarations => DraftStep::Declarations,
            EditOrigin::Review => DraftStep::Review,
        }
    }
}

/// Parses the path of the browser's URL, with or without the sub-path of the app.
pub fn parse_path(path: &str) -> Route {
    let inside = path.strip_prefix(base_path()).unwrap_or(path);
    let parts: Vec<&str> = inside.split('/').filter(|part| !part.is_empty()).collect();
    let id = |part: &str| part.to_owned();
    match parts.as_slice() {
        [] => Route::Home,
        ["gallery"] => Route::Gallery,
        ["procedures"] => Route::Find(FindRoute::Procedures),
        ["procedures", code] => Route::Find(FindRoute::Procedure(id(code))),
        ["procedures", code, "prepare"] => Route::Find(FindRoute::Prepare(id(code))),
        ["groups"] => Route::Find(FindRoute::Groups),
        ["lookup"] => Route::Find(FindRoute::LookUp),
        ["feedback"] => Route::Find(FindRoute::Feedback),
        ["procedures", code, "file"] => Route::Filing(FilingRoute::File(id(code))),
        ["register"] => Route::Identity(IdentityRoute::Register),
        ["register", "phone"] => Route::Identity(IdentityRoute::RegisterPhone),
        ["register", "password", challenge] => {
            Route::Identity(IdentityRoute::NewPassword(id(challenge)))
        }
        ["code", challenge] => Route::Identity(IdentityRoute::Code(id(challenge))),
        ["sign-in"] => Route::Identity(IdentityRoute::SignIn),
        ["forgotten-password"] => Route::Identity(IdentityRoute::ForgottenPassword),
        ["forgotten-password", challenge] => {
            Route::Identity(IdentityRoute::ResetPassword(id(challenge)))
        }
        ["account", "closed"] => Route::Identity(IdentityRoute::Closed),
        ["account", page @ ..] => match parse_account(page) {
            Some(page) => Route::Identity(IdentityRoute::Account(page)),
            None => Route::NotFound,
        },
        ["drafts", draft, step @ ..] => match parse_step(step) {
            Some(step) => Route::Filing(FilingRoute::Draft(id(draft), step)),
            None => Route::NotFound,
        },
        ["dossiers"] => Route::Following(FollowingRoute::Dossiers),
        ["dossiers", code] => Route::Following(FollowingRoute::Dossier(id(code))),
        ["dossiers", code, "receipt"] => Route::Filing(FilingRoute::Receipt(id(code))),
        _ => Route::NotFound,
    }
}

fn parse_account(parts: &[&str]) -> Option<AccountRoute> {
    match parts {
        [] => Some(AccountRoute::Overview),
        ["password"] => Some(AccountRoute::Password),
        ["phone"] => Some(AccountRoute::Phone),
        ["devices"] => Some(AccountRoute::Devices),
        ["consents"] => Some(AccountRoute::Consents),
        ["data"] => Some(AccountRoute::Data),
        ["close"] => Some(AccountRoute::Close),
        _ => None,
    }
}

fn parse_step(parts: &[&str]) -> Option<DraftStep> {
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
