//! Replies of the citizen to the office.

mod certificate;
mod supplement;
mod messages;
