//! The steps where the citizen chooses the agency and answers the form, page by page. A form is data: no code in this
//! folder depends on the name of a question.
//!
//! `FormPage` shows one page of the form. All questions of the page share its `FormState`, which holds their errors.
//! `QuestionState` holds for each question whether it is visible and what its answer is. The module `question` chooses
//! the field for each kind of question. To add a kind of question, add it to `domain::form` and to the `match` in
//! `question`.

/// The pages that choose the agency: when a draft is created, and when its agency is changed.
pub mod agency_page;
/// The place of one agency while the citizen is choosing it.
pub mod agency_selection;
/// The agencies of a group's parts after the first part.
pub mod part_agencies;
/// The data for the request that creates a draft. It is stored in the tab.
mod new_draft_request;

/// One page of the form.
pub mod form_page;
/// State that all questions of one form page share.
pub mod form_state;
/// Visibility and current answer of each question.
pub mod question_state;

/// Chooses the field for a question, depending on its kind.
pub mod question;
/// Questions that are answered by typing.
pub mod typed_question;
/// Questions that are answered by choosing an option.
pub mod choice_question;
/// A question about a place: province, commune and address.
pub mod place_question;
/// A list of entries, such as household members. All entries answer the same questions.
pub mod repeating_group;
/// Answers that are shown but can't be edited.
pub mod derived_answer;
/// Remarks below a field, such as warnings about a citizen id.
mod remark;

/// Buttons that copy answers from another part of the form.
pub mod copy_offers;
/// Copies the answers about one person to the questions about another person.
pub mod same_person;
/// Copies a place from the answer to another question.
pub mod same_place;
/// Copies the answers of an earlier dossier.
pub mod earlier_answers;
/// Answers for which the form no longer has a field.
pub mod obsolete_answers;

pub use self::agency_page::{ChangeAgencyPage, NewDraftPage};
pub use self::form_page::FormPage;
pub(crate) use self::form_state::FormState;
pub(crate) use self::question::FormElement;
