//! One dossier.

/// The page.
pub mod dossier_page;
/// The text of one step of the history.
mod history_lines;
/// What offices wrote that the citizen must know.
mod office_notes;
/// The parts of a group's dossier.
mod part_lines;
