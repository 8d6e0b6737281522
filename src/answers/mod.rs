//! Answers in words: what the filing, finding and following wings show alike.

/// Delivery of the result, in words.
pub mod delivery_text;
/// Messages for answers that break a rule of the form.
pub mod error_messages;
/// For whom a dossier is filed.
pub mod for_whom;
/// Answers as lines to read.
pub mod lines;
/// Stored answers with the labels of their form.
pub mod past_answers;
/// Chooses a province and a commune.
pub mod place_picker;
/// Provinces and communes.
pub mod places;
