//! Where a schema or keyword is written, and what is needed to read it.

use serde_json::Value;

use super::json::{expect_array, expect_text};
use super::json_pointer::child_pointer;
use super::load_error::LoadError;
use super::pattern::PatternCompiler;

/// The place of a schema or keyword in a form, with the regular expression engine to read its patterns.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    /// JSON Pointer into the form.
    pub(super) pointer: String,
    /// The number of schemas around this place.
    pub(super) depth: usize,
    pub(super) compiler: PatternCompiler,
}

impl Cursor {
    /// The place of an outermost schema.
    pub(crate) fn new(pointer: &str, compiler: PatternCompiler) -> Cursor {
        Cursor {
            pointer: pointer.to_owned(),
            depth: 0,
            compiler,
        }
    }

    /// The place of the member `name`, in the same schema.
    pub(super) fn child(&self, name: &str) -> Cursor {
        Cursor {
            pointer: child_pointer(&self.pointer, name),
            ..*self
        }
    }

    /// The same place, for a schema inside the current one.
    pub(super) fn nested(&self) -> Cursor {
        Cursor {
            pointer: self.pointer.clone(),
            depth: self.depth + 1,
            ..*self
        }
    }

    /// Reads an array of property names.
    pub(super) fn read_names(&self, value: &Value) -> Result<Vec<String>, LoadError> {
        expect_array(value, &self.pointer)?
            .iter()
            .map(|name| expect_text(name, &self.pointer).map(str::to_owned))
            .collect()
    }
}
