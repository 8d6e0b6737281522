//! Reference data: the portal's settings, procedures, forms, places, statuses and holidays.
//!
//! The data is imported once, when the backend starts, from JSON files that are compiled into the program. If a record
//! is invalid, the backend doesn't start, and an error names the record. The data never changes while the backend runs.
//! It contains no personal data.

/// The catalogue of procedures.
mod catalogue;
/// Purposes for which the portal asks for consent.
mod consents;
/// Import errors.
mod error;
/// Import of forms.
mod forms;
/// Import of groups of procedures.
mod groups;
/// Public holidays.
mod holidays;
/// Regular expressions of the forms.
mod patterns;
/// Provinces and communes.
mod places;
/// The portal's own settings.
mod portal;
/// Import of procedures.
mod procedures;
/// Parsing the JSON files and checking their texts.
mod read;
/// The imported data and the functions that read it.
mod reference_data;
/// The JSON files to import.
mod sources;
/// The ten statuses of a dossier that national law defines.
mod statuses;
#[cfg(test)]
mod tests;

pub use error::{ImportError, ImportErrorReason};
pub use portal::PortalSettings;
pub use reference_data::Data;
pub use sources::{Source, Sources};
