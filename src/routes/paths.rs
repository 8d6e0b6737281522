//! Formats each route as a path. Every function adds the sub-path at which the app is served.

use super::base_path::base_path;
use super::route::{DraftStep, EditOrigin, IdentityRoute, Route, parse_path};

fn path(parts: &[&str]) -> String {
    let mut path = base_path().to_owned();
    for part in parts {
        path.push_str(part);
    }
    path
}

/// The absolute path of a link in the plain HTML of the first screen. There, links are relative to `<base href>`, for
/// example `procedures`.
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

/// The page that asks for the one-time code. `challenge` is the id of the code that was sent.
pub fn enter_code(challenge: &str) -> String {
    path(&["/code/", challenge])
}

/// The page that sets the first password, the last step of a registration. `challenge` is the id of the registration's
/// one-time code.
pub fn new_password(challenge: &str) -> String {
    path(&["/register/password/", challenge])
}

/// The page on which a citizen who has forgotten the password requests a one-time code.
pub fn forgotten_password() -> String {
    path(&["/forgotten-password"])
}

/// The page that replaces a forgotten password. `challenge` is the id of the one-time code that the citizen entered
/// before.
pub fn reset_password(challenge: &str) -> String {
    path(&["/forgotten-password/", challenge])
}

/// The page for somebody whose phone number belongs to the account of its former owner.
pub fn phone_release() -> String {
    path(&["/phone-release"])
}

/// The overview page «Tài khoản của tôi».
pub fn account() -> String {
    path(&["/account"])
}

/// The page that changes the password.
pub fn change_password() -> String {
    path(&["/account/password"])
}

/// The page that changes the phone number.
pub fn change_phone() -> String {
    path(&["/account/phone"])
}

/// The page that lists the signed-in devices.
pub fn devices() -> String {
    path(&["/account/devices"])
}

/// The page that chooses how notices are sent.
pub fn notice_settings() -> String {
    path(&["/account/notices"])
}

/// The page that sets or changes the e-mail address.
pub fn change_email() -> String {
    path(&["/account/email"])
}

/// The page that lists the consents that the citizen gave or withdrew.
pub fn consents() -> String {
    path(&["/account/consents"])
}

/// «Dữ liệu của tôi», the page that exports all personal data.
pub fn account_data() -> String {
    path(&["/account/data"])
}

/// The page that closes the account.
pub fn close_account() -> String {
    path(&["/account/close"])
}

/// The page that confirms that the account is closed.
pub fn account_closed() -> String {
    path(&["/account/closed"])
}

/// The page that searches procedures. `query` begins with `?` or is empty.
pub fn procedures(query: &str) -> String {
    path(&["/procedures", query])
}

/// «Chi tiết», the page of a procedure. `code` is the code of the procedure.
pub fn procedure(code: &str) -> String {
    path(&["/procedures/", code])
}

/// «Chuẩn bị hồ sơ», the page that shows what to prepare before filing. `procedure` is the code of the procedure.
pub fn prepare(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/prepare"])
}

/// «DỊCH VỤ CÔNG LIÊN THÔNG», the page that lists the groups of procedures.
pub fn groups() -> String {
    path(&["/groups"])
}

/// «Tra cứu hồ sơ», the page that looks up a dossier without sign-in.
pub fn look_up_dossier() -> String {
    path(&["/lookup"])
}

/// «Góp ý», the page that sends feedback.
pub fn feedback() -> String {
    path(&["/feedback"])
}

/// The page that chooses the agency and creates a draft. `procedure` is the code of the procedure.
pub fn file(procedure: &str) -> String {
    path(&["/procedures/", procedure, "/file"])
}

/// The page of a step of a draft. `id` is the id of the draft.
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

/// The page of a step of a draft, when the citizen opens it with the link «Sửa». The button «Tiếp tục» on this page
/// then leads back to the page `origin`, which contains the link.
pub fn draft_edit(id: &str, step: DraftStep, origin: EditOrigin) -> String {
    draft(id, step) + "?from=" + origin.key()
}

/// A page of a tab of «Hồ sơ của tôi». `tab` is the key of the tab; `page` is the number of the page, from 1.
pub fn my_dossiers(tab: &str, page: u32) -> String {
    let page = page.max(1).to_string();
    match page.as_str() {
        "1" => path(&["/dossiers?tab=", tab]),
        _ => path(&["/dossiers?tab=", tab, "&page=", &page]),
    }
}

/// A page of «Thông báo». `page` is the number of the page, from 1.
pub fn notices(page: u32) -> String {
    match page {
        0 | 1 => path(&["/notices"]),
        page => path(&["/notices?page=", &page.to_string()]),
    }
}

/// The page of a dossier. `code` is the code of the dossier.
pub fn dossier(code: &str) -> String {
    path(&["/dossiers/", code])
}

/// The messages between the citizen and the office about a dossier. `code` is the code of the dossier.
pub fn dossier_messages(code: &str) -> String {
    path(&["/dossiers/", code, "/messages"])
}

/// The page that creates a draft with the answers of a dossier. `procedure` is the code of the procedure, `query` begins
/// with `?` and contains the code of the dossier under [`COPY_OF`].
pub fn file_copy(procedure: &str, query: &str) -> String {
    path(&["/procedures/", procedure, "/file", query])
}

/// Key of the query parameter with the code of the dossier whose answers are copied.
pub const COPY_OF: &str = "copy_of";

/// The page with the receipt of a dossier. `code` is the code of the dossier.
pub fn dossier_receipt(code: &str) -> String {
    path(&["/dossiers/", code, "/receipt"])
}

/// The page on which the citizen sends what the office asks for about a dossier, «Bổ sung hồ sơ».
pub fn supplement(code: &str) -> String {
    path(&["/dossiers/", code, "/supplement"])
}

/// The page on which the citizen sends something about a dossier with answers or files: `message` or `payment_proof`.
/// `request` is what it answers, for example the id of a fee.
pub fn reply(code: &str, kind: &str, request: Option<&str>) -> String {
    match request {
        Some(request) => path(&["/dossiers/", code, "/reply/", kind, "/", request]),
        None => path(&["/dossiers/", code, "/reply/", kind]),
    }
}

/// The page of a fee. `code` is the code of the dossier, and `id` is the id of the fee.
pub fn fee(code: &str, id: &str) -> String {
    path(&["/dossiers/", code, "/fees/", id])
}

/// The path to open after signing in. `next` comes from the URL, which anyone can write. If `next` is missing, could
/// lead to another site, or belongs to no page that a signed-in citizen uses, returns the path of «Hồ sơ của tôi».
pub fn safe_next(next: Option<&str>) -> String {
    match next {
        Some(next) if is_own_page(next) => next.to_owned(),
        _ => my_dossiers("new", 1),
    }
}

/// Returns true if this path leads to a page of the app that a signed-in citizen can use. A browser removes `.` and
/// `..` from a path, so a path with such a part could become another one.
fn is_own_page(next: &str) -> bool {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let is_plain = next.starts_with('/')
        && !next.contains(['\\', '\n', '\r', '\t'])
        && !path.contains("//")
        && !path.contains("/.");
    is_plain
        && match parse_path(path) {
            Route::Home | Route::Find(_) | Route::Filing(_) | Route::Following(_) => true,
            Route::Identity(route) => matches!(route, IdentityRoute::Account(_)),
            Route::Gallery | Route::NotFound => false,
        }
}
