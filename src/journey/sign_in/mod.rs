//! Registering, signing in and the one-time code between. Passwords live in their field alone: nothing
//! here may keep one.

/// What was typed, kept while the citizen goes back and forth.
pub mod slip;
mod faults;
mod onward;
/// Where a demonstration shows its text messages.
pub mod demo_notice;
/// Choose how to register.
pub mod register_page;
/// The slip of «Thuê bao di động».
pub mod slip_form;
/// The one-time code.
pub mod code_page;
/// Typing the code.
pub mod code_form;
/// Another code.
pub mod resend;
/// The password that ends a registration.
pub mod password_page;
/// Identifier and password.
pub mod sign_in_page;
