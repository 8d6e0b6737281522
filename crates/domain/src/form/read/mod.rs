//! Reads a form from JSON, checks it against the supported subset and builds its [`FormDefinition`].
//!
//! [`FormDefinition`]: super::FormDefinition

mod property_names;
mod fields;
mod rule;
mod carry_over;
mod control_options;
mod answer_kind;
mod control;
mod person;
mod same_person;
mod ui_schema;
mod form;

pub use form::load_form;

pub(crate) use rule::read_condition;
