//! Drafts: applications that a citizen has started but not sent. For another citizen's draft, the response is the same
//! as for a draft that doesn't exist.

/// Merging changed answers into a draft.
mod answers;
/// Answers of a dossier with which a draft begins.
mod copied;
/// Endpoint that creates a draft.
mod create;
/// Validation of how the citizen wants to receive the result.
mod delivery;
/// Endpoints that return, save and delete a draft.
pub(crate) mod handlers;
/// Applying a `PATCH` to a draft.
mod patch;
mod routes;

pub(crate) use routes::routes;
