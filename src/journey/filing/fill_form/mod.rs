//! The steps where the citizen chooses the agency and answers the form, page by page. A form is data: no code here knows
//! a question by its name.

/// Chooses the agency, before a draft is created and later.
mod agency_page;
/// The place of one agency while it is being chosen.
mod agency_selection;
/// The agencies of a group's other parts.
mod part_agencies;
/// The data of the request that creates a draft.
mod new_draft_request;

/// One page of the form.
mod form_page;
/// State that the questions of one page share.
mod form_state;
/// Visibility and answer of each question, while they change.
mod question_state;

/// The field of a question, by its kind.
mod question;
/// Questions answered by typing.
mod typed_question;
/// Questions answered by choosing.
mod choice_question;
/// A place: province, commune and address.
mod place_question;
/// A list whose entries answer the same questions.
mod repeating_group;
/// Answers that are shown but can't be edited.
mod derived_answer;
/// Notes below a field, such as warnings about a citizen id.
mod remark;

/// Buttons that copy answers from elsewhere in the form.
mod copy_offers;
/// Copies the answers about another person.
mod same_person;
/// Copies the place of another question.
mod same_place;
/// Copies the answers of an earlier dossier.
mod earlier_answers;
/// Answers that the form has no field for any more.
mod obsolete_answers;

pub use self::agency_page::{ChangeAgencyPage, NewDraftPage};
pub use self::form_page::FormPage;
