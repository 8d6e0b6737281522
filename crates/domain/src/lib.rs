//! The rules of the domain: formats, forms, groups, search, drafts, uploads, statuses.
//!
//! Everything in this crate is a pure function or a small state machine. The crate doesn't depend on a browser, a
//! clock, a source of randomness or an async runtime. Callers pass in what it needs, such as today's date and the bytes
//! of files.

pub mod fold;
mod map_of;
pub mod format;
pub mod calendar;
pub mod search;
pub mod form;
pub mod group;

pub mod json;
pub mod file_content;
pub mod file_kind;
pub mod hex;
pub mod sha256;
pub mod upload;

pub mod agency;
pub mod place_names;
pub mod draft;
pub mod reply;
pub mod status;
pub mod payment;
pub mod qr;
pub mod progress;
pub mod ics;

pub use map_of::map_of;
