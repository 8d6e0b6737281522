//! The wing where the citizen follows the dossiers that they have sent.

/// The page of one dossier, with its history.
pub mod dossier;
/// New states that arrive while a page is open.
mod live;
/// «Thông báo»: the list of notices, and the link to it.
pub mod notices;
/// «Hồ sơ của tôi»: the list of drafts and dossiers.
pub mod my_dossiers;
/// Maps each route of this wing to its page.
pub mod routes;
