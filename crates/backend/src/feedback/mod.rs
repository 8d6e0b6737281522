//! «Góp ý»: a message to whoever keeps the portal, from anybody, behind a question in plain words that a machine has to
//! be made for. Only an operator reads what was written; a demonstration shows it on `/demo`.

/// The question that is answered before feedback is sent.
mod challenge;
/// Table of feedback.
pub(crate) mod feedback_store;
/// Asking the question and receiving feedback.
mod handlers;
mod routes;

pub(crate) use routes::routes;
