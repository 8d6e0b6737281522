//! Consent to the processing of personal data.

/// One checkbox for each purpose.
pub mod consent_boxes;
/// Asks for the required consent before a page that files.
pub mod require_consent;
