//! One dossier.

/// The page of one dossier.
pub mod dossier_page;
/// One entry of the history.
mod history_entry;
/// Notes of offices that the citizen must read.
mod office_notes;
/// The parts of a group's dossier.
mod dossier_parts;
