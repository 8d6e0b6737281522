//! Choosing the agency and answering the form.

/// A page of this step.
pub mod agency_page;
/// A page of this step.
pub mod form_page;
