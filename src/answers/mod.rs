//! Texts and fields for answers, which the wings share: labels, error messages, places, deliveries.

/// How the result will be received, as text.
pub mod delivery_text;
/// Error messages for answers.
pub mod error_messages;
/// Fetches forms.
pub mod forms;
/// Whom a dossier is filed for.
pub mod for_whom;
/// Answers as lines of text.
pub mod lines;
/// Stored answers, shown with the labels of their form.
pub mod past_answers;
/// Fields to choose a province and a commune.
pub mod place_picker;
/// Provinces and communes.
pub mod places;
