//! What is true whatever the device: formats, form rules, search, drafts, uploads, statuses.
//!
//! Everything here is a pure function or a small state machine. It must never name a browser, a clock,
//! a source of randomness or an async runtime: whoever calls passes today's date and the bytes in.

pub mod fold;
pub mod format;
pub mod calendar;
pub mod search;
pub mod form;
pub mod group;

pub mod file_kind;
pub mod upload;

pub mod agency;
pub mod draft;
pub mod status;
