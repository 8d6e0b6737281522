//! Registration, sign-in, password reset, and the one-time code that each of them needs. A password stays in its field: no
//! code here may store one.
//!
//! Each action starts a *challenge* at the backend, and the backend sends a one-time code to the citizen's phone:
//!
//! - Registration: `register_page` → `registration_form` → `code_page` → `set_password_page`.
//! - Sign-in: `sign_in_page` → `sign_in_form` → `code_page` → the saved next page.
//! - Password reset: `forgotten_password_page` → `code_page` → `set_password_page`.
//! - Through an identity provider: `single_sign_on` leaves the app; the backend redirects back with a session.
//!
//! `account` uses `code_page` too, to change the phone and to close the account.

/// The question for the kind of account.
pub mod account_kind;
/// What follows a sign-in or a correct code.
mod after_sign_in;
/// The field for a one-time code and its button.
pub mod code_entry;
/// The form on the page of a one-time code.
pub mod code_form;
/// The page of a one-time code.
pub mod code_page;
/// A link to the text messages of a demonstration.
pub mod demo_notice;
/// The page that starts the reset of a forgotten password.
pub mod forgotten_password_page;
/// The texts that the citizen types into these forms.
pub mod identity_input;
/// The page to open after a sign-in.
mod next_page;
/// Waits for the portal's description.
pub mod portal_loader;
/// The texts and links that depend on the purpose of a code.
mod purpose;
/// The fields of the registration form.
mod registration_fields;
/// The registration form.
pub mod registration_form;
/// The pages that start a registration.
pub mod register_page;
/// The button that requests another code.
pub mod resend;
/// The page that sets a first or a new password.
pub mod set_password_page;
/// The checkbox «Máy dùng chung».
pub mod shared_device;
/// The sign-in form with identifier and password.
pub mod sign_in_form;
/// The sign-in page.
pub mod sign_in_page;
/// Links to the identity providers, and their errors.
pub mod single_sign_on;
