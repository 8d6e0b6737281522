//! The contract between the app and any backend: types, endpoints as values, limits and problem codes.
//!
//! `public/openapi.json` is generated from this crate. The doc comments of types, members and endpoints become its
//! descriptions, so they are written for a backend engineer. The crate holds no logic except checks whether a value is
//! well-formed. It must never depend on a browser, a database or an async runtime.

pub mod limits;
/// Enums that a newer backend may extend.
pub mod open_enum;
pub mod number;
pub mod problem;
pub mod endpoint;
pub mod endpoints;
pub mod portal;
pub mod account;
pub mod challenge;
pub mod session;
pub mod consent;
pub mod account_data;
pub mod named;
pub mod procedure;
pub mod group;
pub mod place;
pub mod form;
pub mod draft;
pub mod earlier_answers;
pub mod attachment;
pub mod dossier;
pub mod receipt;
pub mod payment;
pub mod reply;
pub mod lookup;
pub mod feedback;
pub mod notice;
pub mod time;
mod link;
#[cfg(feature = "openapi")]
mod pattern;
#[cfg(feature = "openapi")]
pub mod openapi;

pub use endpoint::{Access, Endpoint, Method};
pub use problem::{AnswerProblem, Problem, ProblemCode};
pub use time::{Day, Timestamp};
