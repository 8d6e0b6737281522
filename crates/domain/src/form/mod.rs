//! Forms as data: a JSON Schema 2020-12 and a JSON Forms UI schema become pages of questions, and answers are
//! checked against them.
//!
//! The subset is documented in `schema/` (keywords), `ui_schema.rs` (elements and options) and
//! `named_format.rs` (formats). Anything outside it is refused at load, by name and place, and never ignored:
//! a rule that is skipped in silence is a citizen sent away later. No definition and no answers panic.
//!
//! The order of work: [`Definition::load`] once; [`visible`], [`required`] and [`check`] whenever answers
//! change; [`counted`] gives the answers that count, which is what is sent and what the backend checks too.

mod load_fault;
mod named_format;
mod schema;
mod contradiction;
mod question;
mod kind_of;
mod entries;
mod control;
mod page;
mod definition;
mod condition;
mod rule;
mod carry_over;
mod control_options;
mod person;
mod same_person;
mod ui_schema;
mod visible;
mod check;
mod limit;
mod misfit;
mod standing;

pub use carry_over::{CarryOver, carried_over};
pub use check::{answer_at, check, check_page, in_future, instead_of, question_of, required};
pub use condition::holds;
pub use definition::Definition;
pub use entries::{Entries, answer_of, with_answer};
pub use limit::limit;
pub use load_fault::{LoadFault, LoadReason};
pub use misfit::{Misfit, OldAnswer, misfits};
pub use named_format::{FORMATS, format_holds};
pub use page::{Element, Group, Note, Page};
pub use question::{Choice, Kind, Prefill, Question, place_value, read, show};
pub use same_person::{OtherPerson, SamePerson, same_person};
pub use schema::{Matcher, Patterns};
pub use standing::{Standing, standing};
pub use visible::{Visible, counted, derived, disabled, starting_answers, visible};

#[cfg(test)]
mod tests;
