//! Texts, input fields and data about answers that several wings use: labels, error messages, places, ways to receive
//! the result.

/// For whom a draft is and how far it is.
pub(crate) mod draft_summary;
/// Texts that say how the citizen will receive the result.
pub mod delivery_text;
/// Error messages for wrong or missing answers.
pub mod error_messages;
/// Fetches form definitions.
pub mod forms;
/// The person for whom a dossier is filed.
pub mod for_whom;
/// Answers as lines of text.
pub mod lines;
/// Shows answers that were given earlier, with the labels of their form.
pub mod past_answers;
/// Fields to choose a province and a commune.
pub mod place_picker;
/// Loads the lists of provinces and communes.
pub mod places;
