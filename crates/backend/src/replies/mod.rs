//! Replies: what the citizen sends about a dossier that is under way. A reply is filled in as a draft. Each kind of
//! reply is one file, which says what is asked and what the sent reply changes.

/// Checks that a reply is complete.
mod completeness;
/// Endpoint that begins a reply.
mod create;
/// What a reply changes in the group of a part.
mod group_update;
/// Replies with the receipt of a bank or treasury.
mod payment_proof;
/// Messages with files.
mod message;
/// The rules of each kind of reply.
mod reply_kinds;
/// What a kind of reply must define.
mod reply_rules;
/// Table of sent replies.
mod reply_store;
mod routes;
/// Endpoint that sends a reply.
mod send;
/// Replies to the office's requests for corrections and components.
mod supplement;

pub(crate) use routes::routes;
