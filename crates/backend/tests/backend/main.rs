//! The backend as a client meets it, through `app()` and without a network. One program, so that the
//! kit is compiled and linked once.
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
mod messages;
mod rights;
mod store;
mod uploads;
