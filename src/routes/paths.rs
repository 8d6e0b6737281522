//! Prints each route as a path. All functions add the sub-path that the app is served under.

use super::base_path::base_path;
use super::route::{DraftStep, EditOrigin};

fn path(parts: &[&str]) -> String {
    let mut path = base_path().to_owned();
    for part in parts {
        path.push_str(part);
    }
    path
}

/// The path of a link that the plain HTML of the first screen writes relative to `<base href>`, for example
/// `procedures`.
pub fn from_relative(link: &str) -> String {
    path(&["/", link])
}

/// The first screen.
pub fn home() -> String {
    path(&["/"])
}

/// The page that lists the ways to register.
pub fn register() -> String {
    path(&["/register"])
}

/// The registration form of «Thuê bao di động».
pub fn register_phone() -> String {
    path(&["/register/phone"])
}

/// The sign-in page. `query` begins with `?` or is empty.
pub fn sign_in(query: &str) -> String {
    path(&["/sign-in", query])
}

/// The page that asks for the one-time code of a challenge.
pub fn enter_code(challenge: &str) -> String {
    path(&["/code/", challenge])
}

/// The page that sets the first password, the last step of a registration.
pub fn new_password(challenge: &str) -> String {
    path(&["/register/password/", challenge])
}

/// The page that starts the reset of a forgotten password.
pub fn forgotten_password() -> String {
    path(&["/forgotten-password"])
}

/// The page that sets the new password after a reset.
pub fn reset_password(challenge: &str) -> String {
    path(&["/forgotten-password/", challenge])
}

/// «Tài khoản của tôi». `query` begins with `?` or is empty.
pub fn account(query: &str) -> String {
    path(&["/account", query])
}

/// The query of [`account`] after the phone was changed. The page then shows a confirmation.
pub const PHONE_CHANGED: &str = "?done=phone";

/// The query of [`account`] after a sign-in that could not mark the device as shared. The page then shows a warning.
pub const NOT_SHARED: &str = "?done=signed-in";

/// The page that changes the password.
pub fn change_password() -> String {
    path(&["/account/password"])
}

/// The page that changes the phone.
pub fn change_phone() -> String {
    path(&["/account/phone"])
}

/// The list of signed-in devices.
pub fn devices() -> String {
    path(&["/account/devices"])
}

/// The consents that were given and withdrawn.
pub fn consents() -> String {
    path(&["/account/consents"])
}

/// «Dữ liệu của tôi», the export of all personal data.
pub fn account_data() -> String {
    path(&["/account/data"])
}

/// The page that closes the account.
pub fn close_account() -> String {
    path(&["/account/close"])
}

/// The confirmation that the account is closed.
pub fn account_closed() -> String {
    path(&["/account/closed"])
}

/// The search of all procedures. `query` begins with `?` or is empty.
pub fn procedures(query: &str) -> String {
    path(&["/procedures", query])
}

/// «Chi tiết» of a procedure, by its code.
pub fn procedure(code: &str) -> String {
    path(&["/procedures/", code])
}

/// «Chuẩn bị hồ sơ» of a procedure: what to prepare before filing. By the procedure's code.
pub fn prepare(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/prepare"])
}

/// «DỊCH VỤ CÔNG LIÊN THÔNG»: the groups of procedures.
pub fn groups() -> String {
    path(&["/groups"])
}

/// «Tra cứu hồ sơ».
pub fn look_up_dossier() -> String {
    path(&["/lookup"])
}

/// «Góp ý».
pub fn feedback() -> String {
    path(&["/feedback"])
}

/// The page that chooses the agency and starts a draft. By the procedure's code.
pub fn file(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/file"])
}

/// A step of a draft, by the draft's id.
pub fn draft(id: &str, step: DraftStep) -> String {
    let page;
    let step = match step {
        DraftStep::Agency => "agency",
        DraftStep::Form(number) => {
            page = form_page_path(number);
            &page
        }
        DraftStep::Declarations => "declarations",
        DraftStep::Attachments => "attachments",
        DraftStep::Delivery => "delivery",
        DraftStep::Review => "review",
    };
    path(&["/drafts/", id, "/", step])
}

fn form_page_path(page: usize) -> String {
    "form/".to_owned() + &page.to_string()
}

/// A step of a draft that «Sửa» opens. «Tiếp tục» then leads back to `origin`.
pub fn draft_edit(id: &str, step: DraftStep, origin: EditOrigin) -> String {
    draft(id, step) + "?from=" + origin.key()
}

/// A tab of «Hồ sơ của tôi», by its key, and a page of its list, counted from 1.
pub fn my_dossiers(tab: &str, page: u32) -> String {
    let page = page.max(1).to_string();
    match page.as_str() {
        "1" => path(&["/dossiers?tab=", tab]),
        _ => path(&["/dossiers?tab=", tab, "&page=", &page]),
    }
}

/// One dossier, by its code.
pub fn dossier(code: &str) -> String {
    path(&["/dossiers/", code])
}

/// The receipt of a dossier, by the dossier's code.
pub fn dossier_receipt(code: &str) -> String {
    path(&["/dossiers/", code, "/receipt"])
}

/// The path to open after signing in. Falls back to «Hồ sơ của tôi» when `next` is missing or could lead to another
/// site, because `next` comes from the URL, which anyone can write.
pub fn safe_next(next: Option<&str>) -> String {
    match next {
        Some(path)
            if path.starts_with('/')
                && !path.starts_with("//")
                && !path.contains(['\\', '\n', '\r', '\t']) =>
        {
            path.to_owned()
        }
        _ => my_dossiers("new", 1),
    }
}
