//! Dossiers: what a draft becomes when it is sent («Gửi hồ sơ»). From then on only the office changes it; the citizen
//! reads its status, its history and the receipt. A group of procedures becomes one dossier and one more for each part.

/// Validation of the answers.
mod answer_check;
/// What a dossier needs before it is accepted.
mod completeness;
/// The declarations of a group's parts.
mod declarations;
/// Table of dossiers.
pub(crate) mod dossier_store;
/// What the citizen declared on a form before.
mod earlier_answers;
/// Turns a complete draft into a dossier.
mod filing;
/// What follows when a part of a group changes its status.
pub(crate) mod group_progress;
/// Reading a dossier and its receipt.
mod handlers;
/// The history of a dossier.
pub(crate) mod history;
/// The list of drafts and dossiers.
mod listing;
/// Lookup of a dossier without signing in.
mod lookup;
/// Comparing the sent manifest with the files on disk.
mod manifest;
/// Text messages about a dossier.
pub(crate) mod notices;
/// Dossier codes.
mod numbering;
/// Table of a group's parts.
pub(crate) mod part_store;
mod routes;
/// `POST /drafts/{id}/submission`.
mod submission;
/// Stored dossiers as API types.
mod to_api;

pub(crate) use routes::routes;
