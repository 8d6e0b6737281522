//! Tests of the backend through its HTTP interface `backend::app()`, without a network. All tests are in one program,
//! so that the test kit is compiled and linked once. The folders have the same names as those of `crates/backend/src`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod kit;

mod accounts;
mod auth;
mod demo;
mod dossiers;
mod drafts;
mod feedback;
mod http;
mod load;
mod messages;
mod payments;
mod replies;
/// Notices, their channels and the event stream.
mod notices;
mod rights;
mod store;
mod uploads;
