//! «Góp ý»: the citizen sends feedback to the operator of the portal. A check question in words protects the form
//! against bots.

/// The page with the form «Góp ý».
pub mod feedback_page;
/// The fields of the form «Góp ý».
pub mod feedback_fields;
/// The check question, which protects the form against bots.
pub mod check_question;
/// Validates the texts that the citizen has typed.
mod validation;
/// The texts that the citizen has typed.
pub mod feedback_input;
