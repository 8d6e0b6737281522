//! Forms as data. A form consists of a JSON Schema 2020-12 and a JSON Forms UI schema. They are loaded into pages of
//! questions, and answers are checked against them.
//!
//! The supported subset is documented in `json_schema/mod.rs` (keywords), `read/ui_schema.rs` (elements and options)
//! and `json_schema/named_format.rs` (formats). Anything outside this subset causes an error when the form is loaded.
//! The error contains its name and its place in the form. Nothing is ignored: if a rule were silently skipped, the
//! office would later reject the citizen's dossier. No form and no answers can cause a panic.
//!
//! Call [`load_form`] once. Call [`visible_elements`], [`required_questions`] and [`check_answers`] whenever answers
//! change. [`effective_answers`] returns the answers that are sent and that the backend checks too.

mod json_schema;
mod model;
mod read;
mod evaluate;

pub use evaluate::{
    FormProgress, OutdatedAnswer, OutdatedLine, QuestionStates, alternative_questions, build_place,
    carry_over_answers, check_answers, check_future_dates, check_page, copied_answers,
    derived_answers, disabled_questions, display_answer, effective_answers, filed_person,
    find_answer, form_progress, initial_answers, is_condition_met, number_limit, outdated_answers,
    parse_typed_answer, problem_answer_id, problem_question_id, question_states,
    required_questions, same_person_changes, to_stored_answer, visible_elements,
};
pub use json_schema::{
    LoadError, LoadErrorReason, PatternCompiler, PatternMatcher, format_names, matches_format,
};
pub use model::{
    AnswerKind, AnswerOption, CarryOver, ElementIds, FormDefinition, ListDefinition, Note,
    OtherPerson, PageElement, Prefill, Question, QuestionGroup, QuestionPage, SamePersonOffer,
    with_entry_id, with_entry_place,
};
pub use read::load_form;

#[cfg(test)]
mod tests;
