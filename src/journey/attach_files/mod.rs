//! Attaching files.

/// A page of this step.
pub mod attach_page;
