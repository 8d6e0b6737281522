//! The test kit: a backend in a temporary folder, clients that call it, and functions for the steps that many tests
//! share.
//!
//! A test calls the backend only through `backend::app()`, that is, by HTTP requests. The exceptions are actions that
//! an operator could take as well: moving the clock, reading a sent message, and reading the database or the files on
//! disk.

/// A running backend with a stopped clock.
mod backend;
/// A client that keeps cookies as a browser does.
mod client;
/// The stream of events.
mod citizen_stream;
/// Log lines that a test reads.
mod log_buffer;
/// A response with its whole body.
mod response;
/// Drafts, uploads and submissions of single procedures.
pub(crate) mod filing;
/// A made-up group of three procedures, and functions that create its drafts and dossiers.
pub(crate) mod group;
/// An OpenID provider, and a backend that offers it.
pub(crate) mod identity_provider;
/// The forms of `/demo` with which an officer decides on a dossier.
pub(crate) mod officer;
/// A backend with a payment gateway, and the steps of a payment.
pub(crate) mod payments;
/// The backend program, started with command-line options.
pub(crate) mod program;
/// A client that calls a running program over a network connection.
pub(crate) mod network;
/// Requests of the office, and the citizen's replies.
pub(crate) mod replies;
/// The list of operations in the OpenAPI document.
pub(crate) mod operations;

pub(crate) use backend::TestBackend;
pub(crate) use citizen_stream::CitizenStream;
pub(crate) use client::{PASSWORD, TestClient, all_consents};
pub(crate) use log_buffer::LogBuffer;
pub(crate) use response::TestResponse;
