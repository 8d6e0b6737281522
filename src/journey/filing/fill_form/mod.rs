//! The steps where the citizen chooses the agency and answers the form, page by page. A form is data: no code here knows
//! a question by its name.
//!
//! `FormPage` shows one page of the form. Its `FormState` is shared by all questions of the page and holds their errors;
//! `QuestionState` tells each question whether it is visible and what its answer is. `question` chooses the field for a
//! question's kind. To add a kind, add it to `domain::form` and to the `match` there.

/// Chooses the agency, before a draft is created and later.
pub mod agency_page;
/// The place of one agency while it is being chosen.
pub mod agency_selection;
/// The agencies of a group's other parts.
pub mod part_agencies;
/// The data of the request that creates a draft.
mod new_draft_request;

/// One page of the form.
pub mod form_page;
/// State that the questions of one page share.
pub mod form_state;
/// Visibility and answer of each question, while they change.
pub mod question_state;

/// The field of a question, by its kind.
pub mod question;
/// Questions answered by typing.
pub mod typed_question;
/// Questions answered by choosing.
pub mod choice_question;
/// A place: province, commune and address.
pub mod place_question;
/// A list whose entries answer the same questions.
pub mod repeating_group;
/// Answers that are shown but can't be edited.
pub mod derived_answer;
/// Notes below a field, such as warnings about a citizen id.
mod remark;

/// Buttons that copy answers from elsewhere in the form.
pub mod copy_offers;
/// Copies the answers about another person.
pub mod same_person;
/// Copies the place of another question.
pub mod same_place;
/// Copies the answers of an earlier dossier.
pub mod earlier_answers;
/// Answers that the form has no field for any more.
pub mod obsolete_answers;

pub use self::agency_page::{ChangeAgencyPage, NewDraftPage};
pub use self::form_page::FormPage;
