//! Feedback («Góp ý»): a message to the operator, which anyone can send. A simple question keeps out generic bots. Only the
//! operator can read the messages; in demo mode they are on `/demo`.

/// The challenge against bots.
mod challenge;
/// The table `feedback`.
pub(crate) mod feedback_store;
/// Handlers of the feedback endpoints.
mod handlers;
mod routes;

pub(crate) use routes::routes;
