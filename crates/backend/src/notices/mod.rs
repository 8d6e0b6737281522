//! Notices to citizens: what has happened to their dossiers and drafts. A notice is stored in the transaction of the change
//! that it tells, together with one row of the outbox for each channel that the citizen has chosen. The messages are sent
//! afterwards, and again after a failure.

/// Choices of channels.
mod channels;
/// Sending what is in the outbox.
mod delivery;
/// The stream of server-sent events.
mod event_stream;
/// Endpoints that list notices and mark them as read.
mod handlers;
/// Tables of notices and of the outbox.
pub(crate) mod notice_store;
/// Stores a notice with its rows of the outbox.
pub(crate) mod outbox;
/// Reminders before something lapses.
pub(crate) mod reminders;
mod routes;

pub(crate) use delivery::deliver_before_response;
pub use delivery::{deliver_due, run_worker};
pub(crate) use routes::routes;
