//! «Tra cứu hồ sơ» (R4.14–R4.15): how a dossier stands, for whoever knows its code and who filed it. Nothing typed
//! goes into an address, and nothing personal is shown.

/// The form.
pub mod look_up_page;
/// What was found.
pub mod found_dossier;
/// What is wrong with what was typed.
mod faults;
/// The typed texts.
pub mod look_up_input;
