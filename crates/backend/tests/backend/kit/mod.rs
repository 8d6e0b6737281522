//! The test kit: a backend in a temporary folder, clients that call it, and helpers for the common steps.
//!
//! A test talks to the backend through `backend::app()` only, as a browser does. The exceptions are what an operator
//! could do as well: move the clock, read a sent message, read the database or the files on disk.

/// A running backend with a stopped clock.
mod backend;
/// A client that keeps cookies as a browser does.
mod client;
/// A response with its whole body.
mod response;
/// Drafts, uploads and submissions of single procedures.
pub(crate) mod filing;
/// A test group of three procedures, and drafts and dossiers of it.
pub(crate) mod group;
/// An OpenID provider, and a backend that uses it.
pub(crate) mod identity_provider;
/// The officer's forms on `/demo`.
pub(crate) mod officer;
/// The operations of the OpenAPI document.
pub(crate) mod operations;

pub(crate) use backend::TestBackend;
pub(crate) use client::{PASSWORD, TestClient, all_consents};
pub(crate) use response::TestResponse;
