//! What pages of every wing share: loading, form submission, navigation, dates.

/// Instants and days as a citizen reads them.
pub mod dates;
/// Drafts that the citizen deleted.
pub mod deleted_drafts;
/// Messages of a form that is sent as a whole, and where they are shown.
pub mod form_submission;
/// What a page shows when loading fails.
pub mod load_errors;
/// Where a page leads after it is done.
pub mod navigation;
/// The portal's own texts.
pub mod portal_texts;
/// The text fields of a form, saved in this tab.
pub mod saved_fields;
/// Tabs and statuses in words.
pub mod status_text;
/// Loads what a page shows.
pub mod use_load;
