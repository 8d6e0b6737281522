//! Dossiers. A draft becomes a dossier when the citizen sends it («Gửi hồ sơ»). After that, only the office changes the
//! dossier; the citizen can read its status, history and receipt. A group of procedures becomes one dossier for the
//! group and one dossier for each part.

/// What the citizen may do with a dossier now.
mod citizen_actions;
/// Messages between the citizen and the office.
mod conversation;
/// Table of these messages.
pub(crate) mod conversation_store;
/// Table of the files of dossiers.
pub(crate) mod file_store;
/// Endpoint that returns the bytes of a file.
mod files;
/// Ratings by the citizen.
pub(crate) mod rating;
/// Requests that the client may repeat.
mod repeatable_requests;
/// Tables of results and hand-overs.
pub(crate) mod result_store;
/// Withdrawal by the citizen.
mod withdrawal;
/// Validation of the answers of a dossier.
pub(crate) mod answer_check;
/// Another due date, with an apology of the office.
pub(crate) mod apology;
/// Checks that a draft is complete.
pub(crate) mod completeness;
/// The declarations of a group's parts.
mod declarations;
/// Table of dossiers.
pub(crate) mod dossier_store;
/// Answers that the citizen gave to the same form in an earlier dossier.
mod earlier_answers;
/// The fees of a dossier as the API shows them.
mod fees;
/// Turns a complete draft into a dossier.
mod filing;
/// Effects that a change of one part has on its group.
pub(crate) mod group_progress;
/// Endpoints that return a dossier or its receipt.
mod handlers;
/// The history of a dossier.
pub(crate) mod history;
/// What happens to a dossier when a deadline passes.
pub(crate) mod lapse;
/// The list of drafts and dossiers.
mod listing;
/// Lookup of a dossier without signing in.
mod lookup;
/// Comparison of the submitted manifest with the files on disk.
pub(crate) mod manifest;
/// Notices about a dossier.
pub(crate) mod notices;
/// Generation of dossier codes.
mod numbering;
/// Whom a dossier waits for, and which of its steps are overdue.
mod progress;
/// The processing time of a dossier, and its pauses.
mod terms;
/// What is under way for one procedure.
mod under_way;
/// Table of a group's parts.
pub(crate) mod part_store;
mod routes;
/// Search in the list of drafts and dossiers.
mod search;
/// What a search lets through.
mod search_filter;
/// Endpoint that submits a draft.
mod submission;
/// What the office can ask the citizen to correct or hand in later.
pub(crate) mod supplement_choice;
/// Table of the office's requests for corrections and papers.
pub(crate) mod supplement_store;
/// Conversion of stored dossiers to API types.
mod to_api;
/// Changes of a dossier's status.
pub(crate) mod transition;

pub(crate) use routes::routes;
