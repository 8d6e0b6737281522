//! What the readers of elements share.

use serde_json::Value;

use crate::form::json_schema::{
    Keywords, LoadError, LoadErrorReason, PatternCompiler, child_pointer, expect_object,
};
use crate::form::model::CarryOver;

/// The properties that controls can ask for: those of the form, or those of one entry of a list.
pub(super) struct Fields<'a> {
    /// The JSON of the properties, by name.
    pub(super) json: &'a Value,
    /// The loaded schema that has the properties.
    pub(super) root: &'a Keywords,
    /// JSON Pointer to the properties in the form.
    pub(super) pointer: String,
    /// Whether these are the properties of an entry. An entry's questions can't be lists, derived or prefilled.
    pub(super) in_entry: bool,
    pub(super) compiler: PatternCompiler,
}

/// What the layouts around an element apply to it.
#[derive(Clone, Default)]
pub(super) struct Inherited {
    /// Indices of the rules.
    pub(super) rules: Vec<usize>,
    pub(super) carry_over: CarryOver,
}

/// Refuses an object with a member outside `known`.
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
