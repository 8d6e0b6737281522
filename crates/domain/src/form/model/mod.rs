//! The types of a loaded form: pages, groups, questions, rules.

mod entry_id;
mod carry_over;
mod question;
mod element_ids;
mod page;
mod rule;
mod person;
mod definition;

pub use carry_over::CarryOver;
pub use definition::FormDefinition;
pub use element_ids::ElementIds;
pub use entry_id::{with_entry_id, with_entry_place};
pub use page::{Note, OtherPerson, PageElement, QuestionGroup, QuestionPage, SamePersonOffer};
pub use question::{AnswerKind, AnswerOption, ListDefinition, Prefill, Question};

pub(crate) use definition::QuestionPosition;
pub(crate) use entry_id::{EntryId, entry_question_id};
pub(crate) use person::Person;
pub(crate) use question::plain_text;
pub(crate) use rule::{Effect, Rule, RuleCondition};
