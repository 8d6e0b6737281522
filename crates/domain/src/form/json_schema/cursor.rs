//! The place in a form at which a schema or keyword is being read.

use serde_json::Value;

use super::json::{expect_array, expect_text};
use super::json_pointer::child_pointer;
use super::load_error::LoadError;
use super::pattern::PatternCompiler;

/// The place of a schema or keyword in a form, and the regular expression engine that compiles its patterns.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    /// JSON Pointer to the schema or keyword in the form.
    pub(super) pointer: String,
    /// The number of schemas that enclose this place.
    pub(super) depth: usize,
    pub(super) compiler: PatternCompiler,
}

impl Cursor {
    /// The place of a schema at `pointer` that no other schema encloses.
    pub(crate) fn new(pointer: &str, compiler: PatternCompiler) -> Cursor {
        Cursor {
            pointer: pointer.to_owned(),
            depth: 0,
            compiler,
        }
    }

    /// The place of the member `name` of the current schema or keyword.
    pub(super) fn child(&self, name: &str) -> Cursor {
        Cursor {
            pointer: child_pointer(&self.pointer, name),
            ..*self
        }
    }

    /// The same place, but one schema deeper, for a schema inside the current schema.
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
