//! Reference data: the portal's settings, procedures, forms, places, statuses and holidays.
//!
//! The data is imported once when the backend starts, from JSON files that are compiled into the program. An invalid
//! record stops the start with an error that names the record. The data never changes while the backend runs, and it
//! contains nothing personal.

/// The catalogue of procedures.
mod catalogue;
/// Purposes of consents.
mod consents;
/// Import errors.
mod error;
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
/// The JSON files to import.
mod sources;
/// The ten national statuses.
mod statuses;
#[cfg(test)]
mod tests;

pub use error::{ImportError, ImportErrorReason};
pub use portal::PortalSettings;
pub use reference_data::Data;
pub use sources::{Source, Sources};
