//! Shows one dossier.

/// The page of one dossier.
pub mod dossier_page;
/// One entry in the history of a dossier.
mod history_entry;
/// Notes from offices that the citizen must read.
mod office_notes;
/// The parts of a group's dossier.
mod dossier_parts;
