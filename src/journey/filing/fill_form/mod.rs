//! Choosing the agency and answering the form, page by page. A form is data: nothing here knows a field by name.

/// Choosing the agency: before a draft begins, and later.
pub mod agency_page;
/// The agency as it is being chosen.
pub mod agency_choice;
/// The agencies of a group's other parts.
pub mod part_agencies;
mod beginning;
/// One page of the form.
pub mod form_page;

/// What the questions of one page share.
pub mod form_state;
/// One question, by its kind.
pub mod question;
/// Questions answered by typing.
pub mod typed_question;
/// Questions answered by choosing.
pub mod choice_question;
/// A place.
pub mod place_question;
mod remark;
/// What is offered again, whatever it is.
pub mod offers;
/// A person asked about before, offered again.
pub mod same_person;
/// A place answered before, offered again.
pub mod same_place;
mod standing_now;
/// Entries that answer the same questions.
pub mod repeating_group;
/// Answers that the form has no place for any more.
pub mod left_over;
/// Answers of an earlier dossier.
pub mod earlier_offer;
/// Answers that are shown and not typed.
pub mod derived_answer;
