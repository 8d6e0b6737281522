//! Searching, filtering and reading procedures.

/// A page of this step.
pub mod home_page;
/// A page of this step.
pub mod search_page;
/// A page of this step.
pub mod procedure_page;
