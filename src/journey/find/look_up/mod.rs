//! «Tra cứu hồ sơ» (R4.14–R4.15): the status of a dossier. It needs no sign-in, only the code of the dossier, and the
//! phone number or citizen id of the person who filed it. The typed texts are never part of a URL, and no personal data
//! is shown.

/// The page «Tra cứu hồ sơ» with its form.
pub mod look_up_page;
/// Shows the dossier that was found.
pub mod found_dossier;
/// Validates the texts that the citizen has typed.
mod validation;
/// The texts that the citizen has typed.
pub mod look_up_input;
