//! The types of the routes, and the parser of a path. Parsing never fails: an unknown path becomes [`Route::NotFound`].

use super::base_path::base_path;

/// A route of the app, with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen, with the search field.
    Home,
    /// A page of the wing `find`: all pages that need no sign-in, except the first screen and the pages of the wing
    /// `identity`.
    Find(FindRoute),
    /// A page of the wing `identity`: registration, sign-in and the account.
    Identity(IdentityRoute),
    /// A page of the wing `filing`: fill in a form, attach files, send a dossier. Needs a signed-in citizen.
    Filing(FilingRoute),
    /// A page of the wing `following`: dossiers that were sent. Needs a signed-in citizen.
    /// Contains the path, which the wing itself parses, so that the first screen needn't contain that code.
    Following(String),
    /// The page with examples of the design system. A release build doesn't contain it.
    Gallery,
    /// A path that belongs to no page.
    NotFound,
}

/// A route of the wing `find`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindRoute {
    /// The page that searches procedures.
    Procedures,
    /// «Chi tiết», the page of a procedure. Contains the code of the procedure.
    Procedure(String),
    /// «Chuẩn bị hồ sơ», the page that shows what to prepare before filing. Contains the code of the procedure.
    Prepare(String),
    /// The page that lists the groups of procedures.
    Groups,
    /// «Tra cứu hồ sơ», the page that looks up a dossier without sign-in.
    LookUp,
    /// «Góp ý», the page that sends feedback.
    Feedback,
}

/// A route of the wing `identity`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityRoute {
    /// The page that lists the ways to register.
    Register,
    /// The registration form of «Thuê bao di động».
    RegisterPhone,
    /// The page that sets the first password, the last step of a registration. Contains the id of the registration's
    /// one-time code.
    NewPassword(String),
    /// The page that asks for a one-time code. Contains the id of the code that was sent.
    Code(String),
    /// The sign-in page.
    SignIn,
    /// The page on which a citizen who has forgotten the password requests a one-time code.
    ForgottenPassword,
    /// The page that replaces a forgotten password. Contains the id of the one-time code that the citizen entered
    /// before.
    ResetPassword(String),
    /// The page for somebody whose phone number belongs to the account of its former owner.
    PhoneRelease,
    /// «Tài khoản của tôi» and the pages that it links to. They need a signed-in citizen.
    Account(AccountRoute),
    /// The page that confirms that the account is closed.
    Closed,
}

/// A route of «Tài khoản của tôi» or of a page that it links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountRoute {
    /// The overview page, which shows the account and links to the pages that change it.
    Overview,
    /// The page that changes the password.
    Password,
    /// The page that changes the phone number.
    Phone,
    /// The page that lists the signed-in devices.
    Devices,
    /// The page that chooses how notices are sent.
    Notices,
    /// The page that sets or changes the e-mail address.
    Email,
    /// The page that lists the consents that the citizen gave or withdrew.
    Consents,
    /// «Dữ liệu của tôi», the page that exports all personal data.
    Data,
    /// The page that closes the account.
    Close,
}

/// A route of the wing `filing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilingRoute {
    /// The page that chooses the agency and creates a draft. Contains the code of the procedure.
    File(String),
    /// The page of a step of a draft. Contains the id of the draft.
    Draft(String, DraftStep),
    /// The page with the receipt of a dossier. Contains the code of the dossier.
    Receipt(String),
    /// The page on which the citizen fills in and sends a reply about a dossier.
    /// Contains the path, which [`parse_reply`](super::parse_reply) reads: the first screen needn't.
    Reply(String),
}

/// A step of a draft: one page on which the citizen completes the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// The step that changes the agency.
    Agency,
    /// A page of the form. Contains the number of the page, from 1.
    Form(usize),
    /// The step that shows the declarations, which the app makes from the answers.
    Declarations,
    /// The step that attaches files to the components.
    Attachments,
    /// The step that chooses how to receive the result.
    Delivery,
    /// The review, which shows everything once more before the citizen presses «Gửi hồ sơ».
    Review,
}

/// A step that shows each answer with a link «Sửa». The link opens the page on which the citizen can change the answer.
/// The button «Tiếp tục» on that page leads back to this step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOrigin {
    /// The step that shows the declarations.
    Declarations,
    /// The review, which is the last step.
    Review,
}

impl EditOrigin {
    /// The text that represents this step in the query parameter `from`.
    pub(super) const fn key(self) -> &'static str {
        match self {
            EditOrigin::Declarations => "declarations",
            EditOrigin::Review => "review",
        }
    }

    /// Parses the value of the query parameter `from`. `None` for an unknown value.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut all = [EditOrigin::Declarations, EditOrigin::Review].into_iter();
        all.find(|origin| origin.key() == key)
    }

    /// This step as a [`DraftStep`].
    pub const fn step(self) -> DraftStep {
        match self {
            EditOrigin::Declarations => DraftStep::Declarations,
            EditOrigin::Review => DraftStep::Review,
        }
    }
}

/// Parses the path of the browser's URL. The path may contain the sub-path at which the app is served.
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
        // The QR code of a receipt contains `look-up`.
        ["lookup" | "look-up"] => Route::Find(FindRoute::LookUp),
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
        ["phone-release"] => Route::Identity(IdentityRoute::PhoneRelease),
        ["account", "closed"] => Route::Identity(IdentityRoute::Closed),
        ["account", page @ ..] => match parse_account(page) {
            Some(page) => Route::Identity(IdentityRoute::Account(page)),
            None => Route::NotFound,
        },
        ["drafts", draft, step @ ..] => match parse_step(step) {
            Some(step) => Route::Filing(FilingRoute::Draft(id(draft), step)),
            None => Route::NotFound,
        },
        ["notices" | "dossiers"]
        | ["dossiers", _]
        | ["dossiers", _, "messages"]
        | ["dossiers", _, "fees", _] => Route::Following(id(inside)),
        ["dossiers", _, "supplement"]
        | ["dossiers", _, "reply", _]
        | ["dossiers", _, "reply", _, _] => Route::Filing(FilingRoute::Reply(id(inside))),
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
        ["notices"] => Some(AccountRoute::Notices),
        ["email"] => Some(AccountRoute::Email),
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
