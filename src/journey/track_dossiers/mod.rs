//! «Hồ sơ của tôi» and one dossier.

/// A page of this step.
pub mod dossiers_page;
/// A page of this step.
pub mod dossier_page;
