//! «Tra cứu hồ sơ» (R4.14–R4.15): the status of a dossier, for anybody who knows its code and the phone or citizen id of
//! its filer. No typed text is put into an address, and nothing personal is shown.

/// The page with its form.
pub mod look_up_page;
/// The found dossier.
pub mod found_dossier;
/// Checks of the typed texts.
mod validation;
/// The typed texts.
pub mod look_up_input;
