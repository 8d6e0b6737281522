//! Registering, signing in and the one-time code between. Passwords live in their field alone: nothing
//! here may keep one.

/// What was typed, kept while the citizen goes back and forth.
pub mod slip;
mod form_problems;
mod faults;
mod onward;
mod demo_notice;
/// Choose how to register, then the slip of «Thuê bao di động».
pub mod register_page;
mod slip_form;
/// The one-time code.
pub mod code_page;
mod code_form;
mod resend;
/// The password that ends a registration.
pub mod password_page;
/// Identifier and password.
pub mod sign_in_page;
