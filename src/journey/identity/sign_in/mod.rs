//! Registration, sign-in, password reset, and the one-time code that each of them needs. A password exists only in its
//! field: no code in this module may store one.
//!
//! Each action creates a *challenge* at the backend, and the backend sends a one-time code to the citizen's phone. The
//! citizen passes through these modules:
//!
//! - Registration: `register_page` → `registration_form` → `code_page` → `set_password_page`.
//! - Sign-in: `sign_in_page` → `sign_in_form` → `code_page` → the page that `next_page` has stored.
//! - Password reset: `forgotten_password_page` → `code_page` → `set_password_page`.
//! - Release of a phone number: `phone_release_page` → `code_page` → `phone_release_page`.
//! - Through an identity provider: `single_sign_on` links to the backend, outside the app. The backend redirects back
//!   to the app, and a session exists.
//!
//! The module `account` uses `code_page` too, to change the phone number and to close the account.

/// The question for the kind of account.
pub mod account_kind;
/// What the app does after a sign-in or after a correct one-time code.
mod after_sign_in;
/// The field for a one-time code, and its button.
pub mod code_entry;
/// The form for entering a one-time code.
pub mod code_form;
/// The page where the citizen enters a one-time code.
pub mod code_page;
/// A link to the text messages of a demonstration backend.
pub mod demo_notice;
/// The page that starts the reset of a forgotten password.
pub mod forgotten_password_page;
/// The page for somebody whose phone number belongs to the account of its former owner.
pub mod phone_release_page;
/// The texts that the citizen types into the forms of this module.
pub mod identity_input;
/// Stores which page opens after the sign-in.
mod next_page;
/// Waits until the portal's description is loaded.
pub mod portal_loader;
/// The texts and links that depend on the purpose of a one-time code.
mod purpose;
/// The fields of the registration form.
mod registration_fields;
/// The registration form.
pub mod registration_form;
/// The pages where a registration starts.
pub mod register_page;
/// The button that requests another one-time code.
pub mod resend;
/// The page that sets a first or a new password.
pub mod set_password_page;
/// The checkbox «Máy dùng chung».
pub mod shared_device;
/// The sign-in form: citizen id, phone number or tax code, and password.
pub mod sign_in_form;
/// The page where the citizen chooses how to sign in.
pub mod sign_in_page;
/// Tells a citizen that they are signed in already.
pub mod signed_in_notice;
/// Links to the identity providers, and the errors that they report.
pub mod single_sign_on;
