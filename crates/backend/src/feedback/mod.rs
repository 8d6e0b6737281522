//! Feedback («Góp ý»): messages to the operator. Anybody can send them without signing in. A check question keeps out
//! simple bots. Only the operator can read the messages; in demo mode, the page `/demo` shows them.

/// The check question that keeps out bots.
mod challenge;
/// The table `feedback`.
pub(crate) mod feedback_store;
/// Handlers of the feedback endpoints.
mod handlers;
mod routes;

pub(crate) use routes::routes;
