//! The wing where the citizen follows the dossiers that they have sent.

/// The page of one dossier, with its history.
pub mod dossier;
/// The fees of a dossier, and paying them.
pub mod fees;
/// «Hồ sơ của tôi»: the list of drafts and dossiers.
pub mod my_dossiers;
/// What the office asks for, and what the citizen has sent.
mod supplement;
/// Maps each route of this wing to its page.
pub mod routes;
