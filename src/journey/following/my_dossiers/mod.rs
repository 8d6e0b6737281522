//! «Hồ sơ của tôi»: the drafts and dossiers of the citizen, in tabs.

/// The card of a draft or a dossier in the list.
mod dossier_card;
/// The page «Hồ sơ của tôi» with its tabs.
pub mod dossiers_page;
/// Deletes a draft after the citizen has confirmed the deletion.
mod delete_draft;
/// The search and the filters of the list.
pub mod dossier_filter;
/// The dossiers that wait for the citizen.
mod needs_citizen;
