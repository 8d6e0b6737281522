//! Registering, signing in, the one-time code.

/// A page of this step.
pub mod code_page;
/// A page of this step.
pub mod password_page;
/// A page of this step.
pub mod register_page;
/// A page of this step.
pub mod sign_in_page;
