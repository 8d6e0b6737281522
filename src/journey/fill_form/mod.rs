//! Choosing the agency and answering the form, page by page. A form is data: nothing here knows a field by name.

/// Choosing the agency: before a draft begins, and later.
pub mod agency_page;
/// One page of the form.
pub mod form_page;

mod form_state;
mod question;
mod typed_question;
mod choice_question;
mod place_question;
mod derived_answer;
