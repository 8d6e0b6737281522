//! Every address of the app, printed and read. Nobody else writes one or takes one apart.

mod address;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use self::address::{
    AccountAddress, Address, DraftStep, FilingAddress, FindAddress, FollowingAddress, OwnAddress,
    read,
};

/// A step where a draft is read over, to which «Sửa» leads back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The declarations.
    Declarations,
    /// The last step.
    Review,
}

impl Reading {
    const fn key(self) -> &'static str {
        match self {
            Reading::Declarations => "declarations",
            Reading::Review => "review",
        }
    }

    /// The one of that key.
    pub fn from_key(key: &str) -> Option<Self> {
        let mut all = [Reading::Declarations, Reading::Review].into_iter();
        all.find(|reading| reading.key() == key)
    }

    /// Its step.
    pub const fn step(self) -> DraftStep {
        match self {
            Reading::Declarations => DraftStep::Declarations,
            Reading::Review => DraftStep::Review,
        }
    }
}

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

/// An address that the plain first screen writes relative to the page's base: `procedures`.
pub fn relative(address: &str) -> String {
    path(&["/", address])
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

/// Sign in; the query text begins with `?` or is empty.
pub fn sign_in(query: &str) -> String {
    path(&["/sign-in", query])
}

/// The one-time code of a challenge.
pub fn code(challenge: &str) -> String {
    path(&["/code/", challenge])
}

/// The password that ends a registration.
pub fn new_password(challenge: &str) -> String {
    path(&["/register/password/", challenge])
}

/// Begin anew after a forgotten password.
pub fn forgotten_password() -> String {
    path(&["/forgotten-password"])
}

/// The password that takes the place of a forgotten one.
pub fn reset_password(challenge: &str) -> String {
    path(&["/forgotten-password/", challenge])
}

/// «Tài khoản của tôi»; the query text begins with `?` or is empty.
pub fn account(query: &str) -> String {
    path(&["/account", query])
}

/// The query text of «Tài khoản của tôi» once the phone was changed.
pub const PHONE_CHANGED: &str = "?done=phone";

/// The query text of «Tài khoản của tôi» when the device couldn't be marked as shared.
pub const NOT_SHARED: &str = "?done=signed-in";

/// Change the password.
pub fn change_password() -> String {
    path(&["/account/password"])
}

/// Change the phone.
pub fn change_phone() -> String {
    path(&["/account/phone"])
}

/// Devices that are signed in.
pub fn devices() -> String {
    path(&["/account/devices"])
}

/// Consent given and withdrawn.
pub fn consents() -> String {
    path(&["/account/consents"])
}

/// «Dữ liệu của tôi».
pub fn account_data() -> String {
    path(&["/account/data"])
}

/// Close the account.
pub fn close_account() -> String {
    path(&["/account/close"])
}

/// The account is closed.
pub fn account_closed() -> String {
    path(&["/account/closed"])
}

/// All procedures, searched and filtered; the query text begins with `?` or is empty.
pub fn procedures(query: &str) -> String {
    path(&["/procedures", query])
}

/// «Chi tiết» of a procedure.
pub fn procedure(code: &str) -> String {
    path(&["/procedures/", code])
}

/// «Chuẩn bị hồ sơ»: what is needed before a procedure is filed.
pub fn prepare(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/prepare"])
}

/// «DỊCH VỤ CÔNG LIÊN THÔNG»: the groups of procedures.
pub fn groups() -> String {
    path(&["/groups"])
}

/// «Tra cứu hồ sơ».
pub fn look_up() -> String {
    path(&["/lookup"])
}

/// «Góp ý».
pub fn feedback() -> String {
    path(&["/feedback"])
}

/// Choose the agency and begin a draft.
pub fn file(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/file"])
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
        DraftStep::Declarations => "declarations",
        DraftStep::Attachments => "attachments",
        DraftStep::Delivery => "delivery",
        DraftStep::Review => "review",
    };
    path(&["/drafts/", id, "/", step])
}

fn path_of_form(page: usize) -> String {
    "form/".to_owned() + &page.to_string()
}

/// A step of a draft from which «Tiếp tục» leads back to where the citizen reads over: the declarations or the end.
pub fn draft_from(id: &str, step: DraftStep, reading: Reading) -> String {
    draft(id, step) + "?from=" + reading.key()
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
                && !path.contains(['\\', '\n', '\r', '\t']) =>
        {
            path.to_owned()
        }
        _ => dossiers("new", 1),
    }
}
