//! The data a backend starts with: the portal's own words, procedures, forms, places, statuses, holidays.
//!
//! It is imported once at the start from JSON built into the program; a bad record stops the start with
//! its name and the reason. Nothing here changes while the backend runs, and nothing here is personal.

/// The catalogue of procedures.
mod catalogue;
/// Purposes that consent is asked for.
mod consents;
/// Why an import fails.
mod fault;
/// Forms.
mod forms;
/// Groups of procedures.
mod groups;
/// Public holidays.
mod holidays;
/// Regular expressions of the forms.
mod patterns;
/// Provinces and communes.
mod places;
/// The portal's own settings.
mod portal;
/// Procedures.
mod procedures;
/// Reading the JSON files.
mod read;
/// The imported data.
mod reference_data;
/// The files that are imported.
mod sources;
/// The ten national statuses.
mod statuses;
#[cfg(test)]
mod tests;

pub use fault::{ImportFault, Reason};
pub use portal::PortalSettings;
pub use reference_data::Data;
pub use sources::{Source, Sources};
