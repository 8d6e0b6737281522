//! The wing where the citizen follows the dossiers that they have sent.

/// The link that begins another dossier with the same answers.
mod copy_link;
/// The page of one dossier, with its history.
pub mod dossier;
/// Downloads of the files of a dossier.
mod downloads;
/// The fees of a dossier, and paying them.
pub mod fees;
/// New states that arrive while a page is open.
mod live;
/// «Thông báo»: the list of notices, and the link to it.
pub mod notices;
/// «Hồ sơ của tôi»: the list of drafts and dossiers.
pub mod my_dossiers;
/// What the office asks for, and what the citizen has sent.
mod supplement;
/// Texts that the citizen types about a dossier, saved until they are sent.
mod saved_text;
/// Messages between the citizen and the office.
pub mod messages;
/// Rating how a finished dossier was handled.
mod rating;
/// The documents that the office issued.
mod results;
/// Maps each route of this wing to its page.
pub mod routes;
/// Withdrawing a dossier.
mod withdrawal;
