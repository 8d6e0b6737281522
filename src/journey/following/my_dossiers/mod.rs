//! «Hồ sơ của tôi»: drafts and dossiers, by tab.

/// A draft or a dossier in the list.
mod dossier_card;
/// The page with its tabs.
pub mod dossiers_page;
/// Deletes a draft after a confirmation.
mod delete_draft;
