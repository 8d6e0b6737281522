//! Types and functions that the readers of UI schema elements share.

use serde_json::Value;

use crate::form::json_schema::{
    Keywords, LoadError, LoadErrorReason, PatternCompiler, child_pointer, expect_object,
};
use crate::form::model::CarryOver;

/// The properties for which Controls can ask: the properties of the form, or the properties of one list entry.
pub(super) struct Fields<'a> {
    /// The JSON of the properties, by name.
    pub(super) json: &'a Value,
    /// The loaded schema to which the properties belong.
    pub(super) root: &'a Keywords,
    /// JSON Pointer to the properties within the form.
    pub(super) pointer: String,
    /// Whether these are the properties of a list entry. The questions of an entry can't be lists, derived or
    /// prefilled.
    pub(super) in_entry: bool,
    pub(super) compiler: PatternCompiler,
}

/// The settings that an element inherits from the layouts around it.
#[derive(Clone, Default)]
pub(super) struct Inherited {
    /// Indices of the inherited rules.
    pub(super) rules: Vec<usize>,
    pub(super) carry_over: CarryOver,
}

/// Returns an error if an object has a member whose name isn't in `known`.
pub(super) fn refuse_unknown_members(
    value: &Value,
    known: &[&str],
    pointer: &str,
) -> Result<(), LoadError> {
    let mut names = expect_object(value, pointer)?.keys();
    match names.find(|name| !known.contains(&name.as_str())) {
        Some(name) => Err(LoadError::new(
            LoadErrorReason::UnknownElement,
            name,
            &child_pointer(pointer, name),
        )),
        None => Ok(()),
    }
}
