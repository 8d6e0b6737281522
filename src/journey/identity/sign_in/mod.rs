//! Registering, signing in, a forgotten password, and the one-time code between. Passwords live in their field alone: nothing
//! here may keep one.

/// What was typed, kept while the citizen goes back and forth.
pub mod slip;
mod onward;
mod slip_fields;
mod purpose;
/// Where a demonstration shows its text messages.
pub mod demo_notice;
/// «Loại tài khoản».
pub mod kind;
/// Choose how to register.
pub mod register_page;
/// The slip of «Thuê bao di động».
pub mod slip_form;
/// The one-time code.
pub mod code_page;
/// The field for the code, and what the backend says of it.
pub mod answer_form;
/// Typing the code on its page.
pub mod code_form;
/// «Máy dùng chung».
pub mod whose_device;
/// Another code.
pub mod resend;
/// The password that ends a registration, or takes the place of a forgotten one.
pub mod password_page;
/// The ways to sign in.
pub mod sign_in_page;
/// What waits for what the backend offers.
pub mod of_portal;
/// Leaving for an identity provider, and what went wrong there.
pub mod single_sign_on;
/// Identifier and password.
pub mod password_form;
/// A forgotten password.
pub mod forgotten_page;
