//! «Góp ý»: a message to the operator of the portal, with a question in words against automatic senders.

/// The page.
pub mod feedback_page;
/// The fields of the form.
pub mod feedback_fields;
/// The question against automatic senders.
pub mod check_question;
/// Checks of the typed texts.
mod validation;
/// The typed texts.
pub mod feedback_input;
