//! The citizen's consent to the processing of personal data.
//!
//! The portal's description lists the purposes of the processing. Each purpose has a wording with a version number. A
//! consent is valid only for the version that the citizen has read.

/// One checkbox for each consent purpose.
pub mod consent_boxes;
/// Shows a page only after the citizen has given all required consents.
pub mod require_consent;
