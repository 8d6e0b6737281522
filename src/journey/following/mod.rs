//! The wing that follows what was sent.

/// One dossier with its history.
pub mod dossier;
/// «Hồ sơ của tôi».
pub mod my_dossiers;
/// The page of each route of this wing.
pub mod routes;
