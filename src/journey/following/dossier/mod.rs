//! Shows one dossier.

/// The page of one dossier.
pub mod dossier_page;
/// The state of the page, which outlives what is rendered.
mod open_dossier;
/// One entry in the history of a dossier.
mod history_entry;
/// Notes from offices that the citizen must read.
mod office_notes;
/// The parts of a group's dossier.
mod dossier_parts;
/// The facts of a dossier: where it is, and what was sent.
mod dossier_facts;
/// The day on which the result is due.
mod due_section;
/// The history, in portions.
mod history_section;
/// What is happening, what to do, and until when.
mod lead_sentence;
/// The stages of the dossier.
mod stages_section;
