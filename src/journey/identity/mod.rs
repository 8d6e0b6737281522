//! The wing for accounts and sessions: registration, sign-in, the session, and «Tài khoản của tôi».
//!
//! Other wings use only two modules of this one: `require_sign_in` and `consent`. All pages are reached through the
//! routes of [`IdentityRoute`](crate::routes::IdentityRoute).

/// «Tài khoản của tôi»: the pages that show the account and change it.
pub mod account;
/// Asks for consent to the processing of personal data, for each purpose separately.
pub mod consent;
/// What the citizen has just achieved, for the page that opens next.
mod last_outcome;
/// The field for a new password. All pages that set a password use it.
pub mod new_password_field;
/// Shows a page only to a signed-in citizen.
pub mod require_sign_in;
/// Maps each route of this wing to its page.
pub mod routes;
/// The status line of the session, the renewal sheet and the sign-out button.
pub mod session;
/// Registration, sign-in, password reset and one-time codes.
pub mod sign_in;
/// Error messages for the fields of registration, sign-in and account pages.
pub(crate) mod validation;
