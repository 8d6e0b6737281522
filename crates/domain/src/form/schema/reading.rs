//! Reading the values of keywords: each of the shape it must have, or a fault that names what was expected.

use serde_json::{Map, Value};

use super::pattern::Patterns;
use super::{LoadFault, Schema};
use crate::form::load_fault::below;

/// Where in a form a schema or a keyword stands, and what it is read with.
#[derive(Clone, Debug)]
pub(in crate::form) struct Spot {
    /// JSON Pointer into the form.
    pub(in crate::form) at: String,
    /// How many schemas it is inside of.
    pub(super) depth: usize,
    pub(super) patterns: Patterns,
}

impl Spot {
    /// The place of a schema that is inside of no other.
    pub(in crate::form) fn top(at: &str, patterns: Patterns) -> Spot {
        Spot {
            at: at.to_owned(),
            depth: 0,
            patterns,
        }
    }

    /// The place of a keyword of the schema here.
    pub(super) fn keyword(&self, name: &str) -> Spot {
        Spot {
            at: below(&self.at, name),
            ..*self
        }
    }

    /// Reads the schema that is a keyword's value.
    pub(super) fn schema(&self, value: &Value) -> Result<Schema, LoadFault> {
        let inside = Spot {
            at: self.at.clone(),
            depth: self.depth + 1,
            ..*self
        };
        Schema::load(value, &inside)
    }

    /// Reads the schemas in the array that is a keyword's value; there must be one at least.
    pub(super) fn schemas(&self, value: &Value) -> Result<Vec<Schema>, LoadFault> {
        let members = array(value, &self.at)?;
        if members.is_empty() {
            return Err(LoadFault::shape("at least one schema", &self.at));
        }
        let numbered = members.iter().enumerate();
        numbered
            .map(|(index, member)| self.keyword(&index.to_string()).schema(member))
            .collect()
    }

    /// Reads the names in the array that is a keyword's value.
    pub(super) fn names(&self, value: &Value) -> Result<Vec<String>, LoadFault> {
        let names = array(value, &self.at)?.iter();
        names
            .map(|name| text(name, &self.at).map(str::to_owned))
            .collect()
    }
}

/// A text.
pub(in crate::form) fn text<'a>(value: &'a Value, at: &str) -> Result<&'a str, LoadFault> {
    value.as_str().ok_or_else(|| LoadFault::shape("text", at))
}

/// An array.
pub(in crate::form) fn array<'a>(value: &'a Value, at: &str) -> Result<&'a Vec<Value>, LoadFault> {
    value
        .as_array()
        .ok_or_else(|| LoadFault::shape("an array", at))
}

/// An object.
pub(in crate::form) fn object<'a>(
    value: &'a Value,
    at: &str,
) -> Result<&'a Map<String, Value>, LoadFault> {
    value
        .as_object()
        .ok_or_else(|| LoadFault::shape("an object", at))
}

/// A number.
pub(super) fn number(value: &Value, at: &str) -> Result<f64, LoadFault> {
    value
        .as_f64()
        .ok_or_else(|| LoadFault::shape("a number", at))
}

/// A length or count, which may be written `3.0`.
pub(super) fn length(value: &Value, at: &str) -> Result<u64, LoadFault> {
    let whole = value
        .as_f64()
        .filter(|number| *number >= 0.0 && number.fract() == 0.0);
    // The cast saturates, and nothing is so long.
    whole
        .map(|number| number as u64)
        .ok_or_else(|| LoadFault::shape("a length", at))
}

/// Yes or no.
pub(super) fn truth(value: &Value, at: &str) -> Result<bool, LoadFault> {
    value
        .as_bool()
        .ok_or_else(|| LoadFault::shape("true or false", at))
}
