//! The wing of accounts and sessions: registration, sign-in, the session, and «Tài khoản của tôi».
//!
//! Other wings use only two parts of this one: `require_sign_in` and `consent`. All pages are reached by the routes of
//! [`IdentityRoute`](crate::routes::IdentityRoute).

/// «Tài khoản của tôi»: what it holds, and every change of it.
pub mod account;
/// Consent, purpose by purpose.
pub mod consent;
/// A new password, wherever one is set.
pub mod new_password_field;
/// Shows a page only to a signed-in citizen.
pub mod require_sign_in;
/// The page of each route of this wing.
pub mod routes;
/// The session's status line, renewal sheet and sign-out button.
pub mod session;
/// Registration, sign-in and one-time codes.
pub mod sign_in;
/// Messages for the fields of registration, sign-in and the account.
pub(crate) mod validation;
