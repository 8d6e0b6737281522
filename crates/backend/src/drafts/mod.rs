//! Drafts: filings that a citizen has started and not yet sent. Another citizen's draft answers as if it didn't exist.

/// Merging and bounding changed answers.
mod answers;
/// `POST /drafts`.
mod create;
/// Validation of the chosen way to receive the result.
mod delivery;
/// Reading, saving and deleting a draft.
mod handlers;
/// Applying a `PATCH` to a draft.
mod patch;
mod routes;

pub(crate) use routes::routes;
