//! «Góp ý»: a message to whoever keeps the portal, with a question in words that keeps machines out.

/// The form.
pub mod feedback_page;
/// Its fields.
pub mod feedback_fields;
/// The question that keeps machines out.
pub mod check_question;
/// What is wrong with what was typed.
mod faults;
/// The typed texts.
pub mod feedback_input;
