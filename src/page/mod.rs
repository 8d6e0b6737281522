//! Code that the pages of every wing use: loading data, sending forms, navigation, dates.

/// Formats times and dates for the citizen.
pub mod dates;
/// The drafts that the citizen deleted.
pub mod deleted_drafts;
/// The errors and the request of a form that is sent as a whole.
pub mod form_submission;
/// Shows why loading failed, and retries.
pub mod load_errors;
/// Navigates to another page from code.
pub mod navigation;
/// The button that saves a sheet of texts as a picture.
pub mod picture_button;
/// The button that prints the page.
pub mod print_button;
/// How pages show the progress of a dossier.
pub mod progress_text;
/// The texts that the portal sets itself, such as the window title.
pub mod portal_texts;
/// The text fields of a form, which this tab stores.
pub mod saved_fields;
/// How pages show a dossier's status and due date.
pub mod status_text;
/// Loads the data that a page shows.
pub mod use_load;
