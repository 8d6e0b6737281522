//! Consent to the processing of personal data.
//!
//! The backend lists its purposes in the portal's description, each with a version of its wording. A consent counts only for
//! the version that the citizen has read.

/// One checkbox for each purpose.
pub mod consent_boxes;
/// Asks for the required consent before a page that files.
pub mod require_consent;
