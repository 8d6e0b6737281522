//! «Hồ sơ của tôi» and one dossier with its history.

/// The tabs.
pub mod dossiers_page;
/// A draft or a dossier in the list.
mod dossier_card;
/// Throwing a draft away, asked first.
mod draft_removal;
/// One dossier.
pub mod dossier_page;
/// The parts of a group's dossier.
mod part_lines;
/// What offices wrote that the citizen must know.
mod office_notes;
/// What the history says of one step.
mod history_lines;
